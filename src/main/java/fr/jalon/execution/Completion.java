package fr.jalon.execution;

import fr.jalon.plan.ConnectionField;
import fr.jalon.plan.ConnectionField.EdgeField;
import fr.jalon.plan.NodeSelection;
import fr.jalon.plan.Page;
import fr.jalon.plan.RootPlan;
import fr.jalon.plan.Selected;
import fr.jalon.schema.GraphField;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Completes the rows of a statement to the answer of its root field, written as JSON, as section 6.4.3 of the GraphQL
 * specification says.
 */
final class Completion {

    private final List<Object> path = new ArrayList<>();
    private final JsonBuffer json;
    private final List<Failure> failures;

    Completion(String resultKey, JsonBuffer json, List<Failure> failures) {
        this.path.add(resultKey);
        this.json = json;
        this.failures = failures;
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
        int depth = path.size();
        int before = json.size();
        try {
            if (row != null) {
                node(selection, row);
                return;
            }
        } catch (Missing e) {
            path.subList(depth, path.size()).clear();
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
            enter(selected.resultKey());
            value(selected, row.get(i++));
            leave();
        }
        json.close('}');
    }

    private void enter(String resultKey) {
        path.add(resultKey);
        json.name(resultKey);
    }

    private void enter(int index) {
        path.add(index);
        json.item();
    }

    private void leave() {
        path.remove(path.size() - 1);
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
            failures.add(Failure.at(ErrorCode.INTERNAL, message, List.copyOf(path)));
            throw new Missing();
        }
    }

    void nodes(NodeSelection selection, List<List<?>> rows) {
        json.open('[');
        int index = 0;
        for (List<?> row : rows) {
            enter(index++);
            node(selection, row);
            leave();
        }
        json.close(']');
    }

    void connection(Page page, List<List<?>> rows, @Nullable Long count, List<?> facets, List<String> suggestions) {
        Iterator<?> groups = facets.iterator();
        PageRows slice = PageRows.of(page, rows);
        json.open('{');
        for (ConnectionField field : page.fields()) {
            enter(field.resultKey());
            if (field instanceof ConnectionField.Suggestions) {
                json.value(suggestions);
            } else {
                connectionField(field, page, slice, count, groups);
            }
            leave();
        }
        json.close('}');
    }

    private void connectionField(
            ConnectionField field, Page page, PageRows slice, @Nullable Long count, Iterator<?> facets) {
        if (field instanceof ConnectionField.TotalCount) {
            json.value(count);
        } else if (field instanceof ConnectionField.PageInfo info) {
            pageInfo(info, slice);
        } else if (field instanceof ConnectionField.Nodes nodes) {
            nodes(page.projections().get(nodes.projection()), slice.projections(nodes.projection()));
        } else if (field instanceof ConnectionField.Facets asked) {
            List<?> groups = (List<?>) Objects.requireNonNull(facets.next());
            new CountsCompletion(json).facets(asked, groups.iterator());
        } else if (field instanceof ConnectionField.Typename typename) {
            json.value(typename.name());
        } else {
            edges((ConnectionField.Edges) field, page, slice);
        }
    }

    private void pageInfo(ConnectionField.PageInfo info, PageRows slice) {
        json.open('{');
        for (ConnectionField.Leaf leaf : info.fields()) {
            json.name(leaf.resultKey());
            json.value(slice.pageInfo(leaf));
        }
        json.close('}');
    }

    private void edges(ConnectionField.Edges edges, Page page, PageRows slice) {
        json.open('[');
        int index = 0;
        for (List<?> row : slice.rows()) {
            enter(index++);
            json.open('{');
            edges.fields().forEach(field -> edgeField(field, page, slice, row));
            json.close('}');
            leave();
        }
        json.close(']');
    }

    private void edgeField(EdgeField field, Page page, PageRows slice, List<?> row) {
        if (field instanceof EdgeField.Node node) {
            enter(node.resultKey());
            node(page.projections().get(node.projection()), PageRows.projection(row, node.projection()));
            leave();
        } else if (field instanceof EdgeField.Highlights highlights) {
            json.name(highlights.resultKey());
            new HighlightsCompletion(json, highlights)
                    .write(
                            page.projections().get(highlights.projection()),
                            PageRows.projection(row, highlights.projection()));
        } else {
            ConnectionField.Leaf leaf = ((EdgeField.Value) field).leaf();
            json.name(leaf.resultKey());
            json.value(slice.edge(leaf, row));
        }
    }

    /** Groups of counted nodes; more than allowed fail as a whole. */
    void counts(RootPlan.Counts counts, List<List<?>> rows) {
        if (rows.size() > counts.most()) {
            String message = "More than %d groups; ask for fewer dimensions, or filter.".formatted(counts.most());
            failures.add(Failure.at(ErrorCode.TOO_COSTLY, message, List.copyOf(path)));
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
