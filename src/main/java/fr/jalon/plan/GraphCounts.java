package fr.jalon.plan;

import fr.jalon.schema.RelationshipField;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many nodes and relationships the graph holds, as far as estimates need it; safe for use by many threads. */
public final class GraphCounts {

    private final Map<String, Long> nodes;
    private final Map<Hop, Long> relationships;
    private final Map<Start, Double> fanOuts = new ConcurrentHashMap<>();

    GraphCounts(Map<String, Long> nodes, Map<Hop, Long> relationships) {
        this.nodes = Map.copyOf(nodes);
        this.relationships = Map.copyOf(relationships);
    }

    private record Start(RelationshipField field, String label) {}

    /** How many nodes have the label. */
    double nodes(String label) {
        return nodes.getOrDefault(label, 0L);
    }

    /** How many relationships a node has, on average. */
    double fanOut(Hop hop) {
        double found = relationships.getOrDefault(hop, 0L);
        return found / Math.max(1, nodes(hop.label()));
    }

    /** How many nodes the field leads to from a node of that label, on average. */
    double fanOut(RelationshipField field, String label) {
        return fanOuts.computeIfAbsent(
                new Start(field, label),
                start -> Stretch.of(field.route(), label).stream()
                        .mapToDouble(stretch -> stretch.fanOut(this))
                        .reduce(1, (one, other) -> one * other));
    }
}
