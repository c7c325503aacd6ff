package fr.jalon.execution;

import fr.jalon.plan.NodeSelection;
import fr.jalon.plan.Page;
import fr.jalon.plan.RootPlan;
import fr.jalon.plan.Selected;
import fr.jalon.schema.GraphField;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Completes the rows of a statement to the answer of its root field, written as JSON, as section 6.4.3 of the GraphQL
 * specification says.
 */
final class Completion {

    private final ResponsePosition position;
    private final JsonBuffer json;
    private final List<Failure> failures;
    private final List<String> texts;

    /**
     * The completion of a root field.
     *
     * @param texts those that the variables of the operation give
     */
    Completion(String resultKey, JsonBuffer json, List<Failure> failures, List<String> texts) {
        this.position = new ResponsePosition(resultKey, json);
        this.json = json;
        this.failures = failures;
        this.texts = texts;
    }

    /** A value is missing that the contract promises; the nearest field that may be null becomes null. */
    static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Missing() {
            super(null, null, false, false);
        }
    }

    /** The node of a row, or null where there is none or it lacks what the contract promises. */
    void nullable(NodeSelection selection, @Nullable List<?> row) {
        int depth = position.depth();
        int before = json.size();
        try {
            if (row != null) {
                node(selection, row);
                return;
            }
        } catch (Missing e) {
            position.leaveTo(depth);
            json.cutTo(before);
        }
        json.value(null);
    }

    void node(NodeSelection selection, List<?> row) {
        if (selection.uniform()) {
            fields(selection.alternatives().get(0), row, 0);
            return;
        }
        int index = ((Number) row.get(0)).intValue();
        if (index < 0) {
            json.open('{');
            json.close('}');
        } else {
            fields(selection.alternatives().get(index), row, 1);
        }
    }

    private void fields(NodeSelection.Alternative alternative, List<?> row, int from) {
        json.open('{');
        int i = from;
        for (Selected selected : alternative.fields()) {
            position.enter(selected.resultKey());
            value(selected, row.get(i++));
            position.leave();
        }
        json.close('}');
    }

    private void value(Selected selected, @Nullable Object value) {
        if (selected instanceof Selected.Property property) {
            present(property.field(), value);
            json.value(value);
        } else if (selected instanceof Selected.Typename) {
            json.value(value);
        } else if (selected instanceof Selected.One one) {
            one(one, (List<?>) value);
        } else if (selected instanceof Selected.Many many) {
            nodes(many.node(), rows(value));
        } else {
            List<?> parts = (List<?>) Objects.requireNonNull(value);
            connection(
                    ((Selected.Connection) selected).page(),
                    rows(parts.get(0)),
                    (Long) parts.get(1),
                    parts.size() > 2 ? (List<?>) parts.get(2) : List.of(),
                    List.of());
        }
    }

    private void one(Selected.One one, @Nullable List<?> row) {
        if (one.field().nonNull()) {
            present(one.field(), row);
            node(one.node(), Objects.requireNonNull(row));
        } else {
            nullable(one.node(), row);
        }
    }

    private void present(GraphField field, @Nullable Object value) {
        if (value == null && field.nonNull()) {
            String message = "The graph holds no value for %s, which the contract promises.".formatted(field.name());
            failures.add(Failure.at(ErrorCode.INTERNAL, message, position.path()));
            throw new Missing();
        }
    }

    void nodes(NodeSelection selection, List<List<?>> rows) {
        json.open('[');
        int index = 0;
        for (List<?> row : rows) {
            position.enter(index++);
            node(selection, row);
            position.leave();
        }
        json.close(']');
    }

    /** A node or null for each list of one row or none. */
    void nullableNodes(NodeSelection selection, List<List<?>> rows) {
        json.open('[');
        int index = 0;
        for (List<?> row : rows) {
            position.enter(index++);
            nullable(selection, row.isEmpty() ? null : (List<?>) row.get(0));
            position.leave();
        }
        json.close(']');
    }

    void connection(Page page, List<List<?>> rows, @Nullable Long count, List<?> facets, List<String> suggestions) {
        new ConnectionCompletion(json, position, this, page, PageRows.of(page, rows, texts))
                .write(count, facets, suggestions);
    }

    /** Groups of counted nodes; more than allowed fail as a whole. */
    void counts(RootPlan.Counts counts, List<List<?>> rows) {
        if (rows.size() > counts.most()) {
            String message = "More than %s groups; ask for fewer dimensions, or filter.".formatted(counts.most());
            failures.add(Failure.at(ErrorCode.TOO_COSTLY, message, position.path()));
            throw new Missing();
        }
        new CountsCompletion(json).counts(counts.by(), counts.fields(), rows);
    }

    void paths(RootPlan.Paths paths, List<List<?>> rows) {
        new WaysCompletion(json, this).paths(paths, rows);
    }

    void neighbours(RootPlan.Neighbours neighbours, List<List<?>> rows) {
        new WaysCompletion(json, this).neighbours(neighbours, rows);
    }

    @SuppressWarnings("unchecked")
    static List<List<?>> rows(@Nullable Object value) {
        return value == null ? List.of() : (List<List<?>>) value;
    }
}
