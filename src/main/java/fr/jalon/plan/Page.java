package fr.jalon.plan;

import fr.jalon.schema.GraphType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a connection: which nodes, in which order, what of them, and how it is answered.
 *
 * @param type what the pages hold
 * @param condition which nodes
 * @param order never empty; the last key is unique
 * @param cursors those of the whole list
 * @param slice which part of the whole
 * @param projections what to read of each node, one for each place in the selection that reads nodes
 * @param fields how the answer is laid out
 */
public record Page(
        GraphType type,
        Condition condition,
        List<SortKey> order,
        Cursors cursors,
        Slice slice,
        List<NodeSelection> projections,
        List<ConnectionField> fields) {

    /**
     * A part of an ordered whole.
     *
     * @param limit number of nodes at the most
     * @param backward whether they are the last ones before {@code before} rather than the first ones after {@code after}
     * @param after values of the sort keys to start behind
     * @param before values of the sort keys to end before
     */
    public record Slice(
            int limit,
            boolean backward,
            @Nullable List<Object> after,
            @Nullable List<Object> before) {}

    /** Whether the number of nodes is asked for. */
    public boolean counted() {
        return fields.stream().anyMatch(ConnectionField.TotalCount.class::isInstance);
    }

    /** Counts by dimensions that are asked for. */
    public List<ConnectionField.Facets> facets() {
        return fields.stream()
                .filter(ConnectionField.Facets.class::isInstance)
                .map(ConnectionField.Facets.class::cast)
                .toList();
    }

    /** Whether other texts to search for are asked for. */
    public boolean suggests() {
        return fields.stream().anyMatch(ConnectionField.Suggestions.class::isInstance);
    }

    /** Whether nodes, or at least their cursors, are asked for. */
    public boolean readsNodes() {
        return fields.stream()
                .anyMatch(field -> field instanceof ConnectionField.Nodes
                        || field instanceof ConnectionField.Edges
                        || field instanceof ConnectionField.PageInfo);
    }
}
