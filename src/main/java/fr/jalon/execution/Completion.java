package fr.jalon.execution;

import fr.jalon.plan.ConnectionField;
import fr.jalon.plan.ConnectionField.EdgeField;
import fr.jalon.plan.NodeSelection;
import fr.jalon.plan.Page;
import fr.jalon.plan.Selected;
import fr.jalon.schema.GraphField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Completes the rows of a statement to the answer of its root field, as section 6.4.3 of the GraphQL specification says. */
final class Completion {

    private final List<Object> path = new ArrayList<>();
    private final List<Failure> failures;

    Completion(String resultKey, List<Failure> failures) {
        this.path.add(resultKey);
        this.failures = failures;
    }

    /** A value is missing that the contract promises; the nearest field that may be null becomes null. */
    static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Missing() {
            super(null, null, false, false);
        }
    }

    Map<String, @Nullable Object> node(NodeSelection selection, List<?> row) {
        if (selection.uniform()) {
            return fields(selection.alternatives().get(0), row, 0);
        }
        int index = ((Number) row.get(0)).intValue();
        return index < 0
                ? new LinkedHashMap<>()
                : fields(selection.alternatives().get(index), row, 1);
    }

    private Map<String, @Nullable Object> fields(NodeSelection.Alternative alternative, List<?> row, int from) {
        Map<String, @Nullable Object> answer =
                new LinkedHashMap<>(2 * alternative.fields().size());
        int i = from;
        for (Selected selected : alternative.fields()) {
            path.add(selected.resultKey());
            answer.put(selected.resultKey(), value(selected, row.get(i++)));
            path.remove(path.size() - 1);
        }
        return answer;
    }

    private @Nullable Object value(Selected selected, @Nullable Object value) {
        if (selected instanceof Selected.Property property) {
            return leaf(property.field(), value);
        } else if (selected instanceof Selected.Typename) {
            return value;
        } else if (selected instanceof Selected.One one) {
            return one(one, (List<?>) value);
        } else if (selected instanceof Selected.Many many) {
            return nodes(many.node(), (List<?>) Objects.requireNonNull(value));
        }
        List<?> parts = (List<?>) Objects.requireNonNull(value);
        return connection(((Selected.Connection) selected).page(), rows(parts.get(0)), (Long) parts.get(1));
    }

    private @Nullable Object leaf(GraphField field, @Nullable Object value) {
        if (value == null) {
            return absent(field);
        }
        return value instanceof TemporalAccessor ? value.toString() : value;
    }

    private @Nullable Object one(Selected.One one, @Nullable List<?> row) {
        if (row == null) {
            return absent(one.field());
        }
        int depth = path.size();
        try {
            return node(one.node(), row);
        } catch (Missing e) {
            if (one.field().nonNull()) {
                throw e;
            }
            path.subList(depth, path.size()).clear();
            return null;
        }
    }

    private @Nullable Object absent(GraphField field) {
        if (!field.nonNull()) {
            return null;
        }
        String message = "The graph holds no value for %s, which the contract promises.".formatted(field.name());
        failures.add(Failure.at(ErrorCode.INTERNAL, message, List.copyOf(path)));
        throw new Missing();
    }

    List<Object> nodes(NodeSelection selection, List<?> rows) {
        List<Object> answer = new ArrayList<>(rows.size());
        for (Object row : rows) {
            path.add(answer.size());
            answer.add(node(selection, (List<?>) Objects.requireNonNull(row)));
            path.remove(path.size() - 1);
        }
        return answer;
    }

    Map<String, @Nullable Object> connection(Page page, List<List<?>> rows, @Nullable Long count) {
        Slice slice = Slice.of(page, rows);
        Map<String, @Nullable Object> answer =
                new LinkedHashMap<>(2 * page.fields().size());
        for (ConnectionField field : page.fields()) {
            path.add(field.resultKey());
            answer.put(field.resultKey(), connectionField(field, page, slice, count));
            path.remove(path.size() - 1);
        }
        return answer;
    }

    private @Nullable Object connectionField(ConnectionField field, Page page, Slice slice, @Nullable Long count) {
        if (field instanceof ConnectionField.TotalCount) {
            return count;
        } else if (field instanceof ConnectionField.PageInfo info) {
            return leaves(info.fields(), page, slice);
        } else if (field instanceof ConnectionField.Nodes nodes) {
            List<?> rows = slice.rows().stream()
                    .map(row -> row.get(nodes.projection()))
                    .toList();
            return nodes(page.projections().get(nodes.projection()), rows);
        } else if (field instanceof ConnectionField.Typename typename) {
            return typename.name();
        }
        return edges((ConnectionField.Edges) field, page, slice);
    }

    private List<Object> edges(ConnectionField.Edges edges, Page page, Slice slice) {
        List<Object> answer = new ArrayList<>(slice.rows().size());
        for (List<?> row : slice.rows()) {
            path.add(answer.size());
            Map<String, @Nullable Object> edge = new LinkedHashMap<>();
            edges.fields().forEach(field -> edgeField(field, page, row, edge));
            answer.add(edge);
            path.remove(path.size() - 1);
        }
        return answer;
    }

    private void edgeField(EdgeField field, Page page, List<?> row, Map<String, @Nullable Object> edge) {
        if (field instanceof EdgeField.Node node) {
            path.add(node.resultKey());
            List<?> projection = (List<?>) Objects.requireNonNull(row.get(node.projection()));
            edge.put(node.resultKey(), node(page.projections().get(node.projection()), projection));
            path.remove(path.size() - 1);
            return;
        }
        ConnectionField.Leaf leaf = ((EdgeField.Value) field).leaf();
        edge.put(
                leaf.resultKey(),
                switch (leaf.name()) {
                    case "cursor" -> Slice.cursor(page, row);
                    case "score" -> Slice.keys(row).get(0);
                    default -> leaf.type();
                });
    }

    private static Map<String, @Nullable Object> leaves(List<ConnectionField.Leaf> leaves, Page page, Slice slice) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        for (ConnectionField.Leaf leaf : leaves) {
            answer.put(
                    leaf.resultKey(),
                    switch (leaf.name()) {
                        case "hasNextPage" -> slice.next();
                        case "hasPreviousPage" -> slice.previous();
                        case "startCursor" ->
                            slice.rows().isEmpty()
                                    ? null
                                    : Slice.cursor(page, slice.rows().get(0));
                        case "endCursor" ->
                            slice.rows().isEmpty()
                                    ? null
                                    : Slice.cursor(
                                            page, slice.rows().get(slice.rows().size() - 1));
                        default -> leaf.type();
                    });
        }
        return answer;
    }

    @SuppressWarnings("unchecked")
    static List<List<?>> rows(@Nullable Object value) {
        return value == null ? List.of() : (List<List<?>>) value;
    }

    /**
     * The rows of a page in the order of the answer, without the one that only tells whether there are more.
     *
     * @param next whether there are nodes behind the page
     * @param previous whether there are nodes before it
     */
    private record Slice(List<List<?>> rows, boolean next, boolean previous) {

        static Slice of(Page page, List<List<?>> rows) {
            Page.Slice asked = page.slice();
            boolean more = rows.size() > asked.limit();
            List<List<?>> kept = new ArrayList<>(more ? rows.subList(0, asked.limit()) : rows);
            if (asked.backward()) {
                java.util.Collections.reverse(kept);
                return new Slice(kept, asked.before() != null, more);
            }
            return new Slice(kept, more, asked.after() != null);
        }

        static List<?> keys(List<?> row) {
            return (List<?>) Objects.requireNonNull(row.get(row.size() - 1));
        }

        static String cursor(Page page, List<?> row) {
            return page.cursors().encode(keys(row));
        }
    }
}
