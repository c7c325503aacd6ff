package fr.jalon.answer;

import fr.jalon.answer.Completion.FieldError;
import fr.jalon.answer.Completion.Missing;
import fr.jalon.plan.NodeSelection;
import fr.jalon.plan.Page;
import fr.jalon.plan.Selected;
import fr.jalon.schema.GraphField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes nodes as JSON, as far as the contract promises what they lack none of. */
final class NodeCompletion {

    private final ResponsePosition position;
    private final JsonBuffer json;
    private final List<FieldError> errors;
    private final List<String> texts;

    /**
     * The completion of the nodes of a root field.
     *
     * @param texts those that the variables of the operation give
     */
    NodeCompletion(String resultKey, JsonBuffer json, List<FieldError> errors, List<String> texts) {
        this.position = new ResponsePosition(resultKey, json);
        this.json = json;
        this.errors = errors;
        this.texts = texts;
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
            errors.add(new FieldError(FieldError.Cause.GRAPH, message, position.path()));
            throw new Missing();
        }
    }

    /** Where the root field's value is being written. */
    List<Object> path() {
        return position.path();
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
        new ConnectionCompletion(json, position, this, page, ConnectionCompletion.PageRows.of(page, rows, texts))
                .write(count, facets, suggestions);
    }

    @SuppressWarnings("unchecked")
    static List<List<?>> rows(@Nullable Object value) {
        return value == null ? List.of() : (List<List<?>>) value;
    }

    /** Where in a response the value stands that is being written: after its name in an object, or at its place in a list. */
    static final class ResponsePosition {

        private final List<Object> path = new ArrayList<>();
        private final JsonBuffer json;

        ResponsePosition(String resultKey, JsonBuffer json) {
            this.path.add(resultKey);
            this.json = json;
        }

        void enter(String resultKey) {
            path.add(resultKey);
            json.name(resultKey);
        }

        void enter(int index) {
            path.add(index);
            json.item();
        }

        void leave() {
            path.remove(path.size() - 1);
        }

        int depth() {
            return path.size();
        }

        /** Leaves all that was entered since it had that depth. */
        void leaveTo(int depth) {
            path.subList(depth, path.size()).clear();
        }

        /** The path that an error at this position has. */
        List<Object> path() {
            return List.copyOf(path);
        }
    }
}
