package fr.jalon.answer;

import fr.jalon.answer.NodeCompletion.ResponsePosition;
import fr.jalon.plan.ConnectionField;
import fr.jalon.plan.ConnectionField.EdgeField;
import fr.jalon.plan.Cursors;
import fr.jalon.plan.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes a connection as JSON. */
final class ConnectionCompletion {

    private final JsonBuffer json;
    private final ResponsePosition position;
    private final NodeCompletion completion;
    private final Page page;
    private final PageRows slice;

    ConnectionCompletion(
            JsonBuffer json, ResponsePosition position, NodeCompletion completion, Page page, PageRows slice) {
        this.json = json;
        this.position = position;
        this.completion = completion;
        this.page = page;
        this.slice = slice;
    }

    void write(@Nullable Long count, List<?> facets, List<String> suggestions) {
        Iterator<?> groups = facets.iterator();
        json.open('{');
        for (ConnectionField field : page.fields()) {
            position.enter(field.resultKey());
            if (field instanceof ConnectionField.Suggestions) {
                json.value(suggestions);
            } else {
                field(field, count, groups);
            }
            position.leave();
        }
        json.close('}');
    }

    private void field(ConnectionField field, @Nullable Long count, Iterator<?> facets) {
        if (field instanceof ConnectionField.TotalCount) {
            json.value(count);
        } else if (field instanceof ConnectionField.PageInfo info) {
            pageInfo(info);
        } else if (field instanceof ConnectionField.Nodes nodes) {
            completion.nodes(page.projections().get(nodes.projection()), slice.projections(nodes.projection()));
        } else if (field instanceof ConnectionField.Facets asked) {
            List<?> groups = (List<?>) Objects.requireNonNull(facets.next());
            new CountsCompletion(json).facets(asked, groups.iterator());
        } else if (field instanceof ConnectionField.Typename typename) {
            json.value(typename.name());
        } else {
            edges((ConnectionField.Edges) field);
        }
    }

    private void pageInfo(ConnectionField.PageInfo info) {
        json.open('{');
        for (ConnectionField.Leaf leaf : info.fields()) {
            json.name(leaf.resultKey());
            json.value(slice.pageInfo(leaf));
        }
        json.close('}');
    }

    private void edges(ConnectionField.Edges edges) {
        json.open('[');
        int index = 0;
        for (List<?> row : slice.rows()) {
            position.enter(index++);
            json.open('{');
            edges.fields().forEach(field -> edgeField(field, row));
            json.close('}');
            position.leave();
        }
        json.close(']');
    }

    private void edgeField(EdgeField field, List<?> row) {
        if (field instanceof EdgeField.Node node) {
            position.enter(node.resultKey());
            completion.node(page.projections().get(node.projection()), PageRows.projection(row, node.projection()));
            position.leave();
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

    /**
     * The rows of a page in the order of the answer, without the one that only tells whether there are more.
     *
     * @param cursors those of the whole list
     * @param next whether there are nodes behind the page
     * @param previous whether there are nodes before it
     */
    record PageRows(Cursors cursors, List<List<?>> rows, boolean next, boolean previous) {

        static PageRows of(Page page, List<List<?>> rows, List<String> texts) {
            Cursors cursors = page.cursors().given(texts);
            Page.Slice asked = page.slice();
            boolean more = rows.size() > asked.limit();
            List<List<?>> kept = more ? rows.subList(0, asked.limit()) : rows;
            if (asked.backward()) {
                List<List<?>> reversed = new ArrayList<>(kept);
                Collections.reverse(reversed);
                return new PageRows(cursors, reversed, asked.before() != null, more);
            }
            return new PageRows(cursors, kept, more, asked.after() != null);
        }

        List<List<?>> projections(int projection) {
            List<List<?>> projections = new ArrayList<>(rows.size());
            rows.forEach(row -> projections.add(projection(row, projection)));
            return projections;
        }

        static List<?> projection(List<?> row, int projection) {
            return (List<?>) Objects.requireNonNull(row.get(projection));
        }

        @Nullable
        Object pageInfo(ConnectionField.Leaf leaf) {
            return switch (leaf.name()) {
                case "hasNextPage" -> next;
                case "hasPreviousPage" -> previous;
                case "startCursor" -> rows.isEmpty() ? null : cursor(rows.get(0));
                case "endCursor" -> rows.isEmpty() ? null : cursor(rows.get(rows.size() - 1));
                default -> leaf.type();
            };
        }

        @Nullable
        Object edge(ConnectionField.Leaf leaf, List<?> row) {
            return switch (leaf.name()) {
                case "cursor" -> cursor(row);
                case "score" -> keys(row).get(0);
                default -> leaf.type();
            };
        }

        private static List<?> keys(List<?> row) {
            return (List<?>) Objects.requireNonNull(row.get(row.size() - 1));
        }

        private String cursor(List<?> row) {
            return cursors.encode(keys(row));
        }
    }
}
