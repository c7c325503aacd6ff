package fr.jalon.execution;

import fr.jalon.plan.ConnectionField;
import fr.jalon.plan.ConnectionField.EdgeField;
import fr.jalon.plan.Page;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes a connection as JSON. */
final class ConnectionCompletion {

    private final JsonBuffer json;
    private final ResponsePosition position;
    private final Completion completion;
    private final Page page;
    private final PageRows slice;

    ConnectionCompletion(
            JsonBuffer json, ResponsePosition position, Completion completion, Page page, List<List<?>> rows) {
        this.json = json;
        this.position = position;
        this.completion = completion;
        this.page = page;
        this.slice = PageRows.of(page, rows);
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
}
