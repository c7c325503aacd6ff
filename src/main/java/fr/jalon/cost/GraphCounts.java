package fr.jalon.cost;

import fr.jalon.schema.RelationshipField;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many nodes and relationships the graph holds, as far as estimates need it; safe for use by many threads. */
public final class GraphCounts {

    /** Those of an empty graph. */
    public static final GraphCounts NONE = new GraphCounts(Map.of(), Map.of());

    private final Map<String, Long> nodes;
    private final Map<Incidence, Long> relationships;
    private final Map<Start, Double> fanOuts = new ConcurrentHashMap<>();

    GraphCounts(Map<String, Long> nodes, Map<Incidence, Long> relationships) {
        this.nodes = Map.copyOf(nodes);
        this.relationships = Map.copyOf(relationships);
    }

    private record Start(RelationshipField field, String label) {}

    /** How many nodes have the label. */
    public double nodes(String label) {
        return nodes.getOrDefault(label, 0L);
    }

    /** How many nodes the field leads to from a node of that label, on average. */
    double fanOut(RelationshipField field, String label) {
        return fanOuts.computeIfAbsent(
                new Start(field, label),
                start -> Incidence.along(field.route(), label).stream()
                        .mapToDouble(this::fanOut)
                        .reduce(1, (one, other) -> one * other));
    }

    private double fanOut(Incidence.Followed hop) {
        double reached = hop.least() == 0 ? 1 : 0;
        double last = degree(hop.first());
        for (int times = 1; times <= hop.most(); times++) {
            reached += times < hop.least() ? 0 : last;
            last *= degree(hop.further());
        }
        return reached;
    }

    /** How many relationships a node has, on average. */
    private double degree(Incidence incidence) {
        double found = relationships.getOrDefault(incidence, 0L);
        return found / Math.max(1, nodes(incidence.label()));
    }
}
