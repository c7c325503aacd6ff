package fr.jalon.plan;

import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.RelationshipField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What has to be counted of a graph for estimates.
 *
 * @param labels whose nodes
 * @param hops whose relationships
 */
public record Census(List<String> labels, List<Hop> hops) {

    /** What estimates need that follow that contract: pages tell their length, other lists do not. */
    public static Census of(Contract contract) {
        List<Hop> hops = contract.types().stream()
                .filter(type -> !type.isAbstract())
                .flatMap(type -> type.fields().values().stream()
                        .filter(field -> field instanceof RelationshipField related
                                && related.shape() == RelationshipField.Shape.LIST)
                        .flatMap(field -> Stretch.of(((RelationshipField) field).route(), type.label()).stream()))
                .flatMap(stretch ->
                        stretch.most() > 1 ? Stream.of(stretch.first(), stretch.further()) : Stream.of(stretch.first()))
                .distinct()
                .toList();
        List<String> labels = Stream.concat(
                        contract.types().stream().map(GraphType::label),
                        hops.stream().map(Hop::label))
                .distinct()
                .toList();
        return new Census(labels, hops);
    }

    /**
     * The counts, once they were taken.
     *
     * @param numbers first of the labels, then of the hops, in their order
     */
    public GraphCounts counts(List<Long> numbers) {
        Map<String, Long> nodes = new HashMap<>();
        Map<Hop, Long> relationships = new HashMap<>();
        for (int i = 0; i < numbers.size(); i++) {
            if (i < labels.size()) {
                nodes.put(labels.get(i), numbers.get(i));
            } else {
                relationships.put(hops.get(i - labels.size()), numbers.get(i));
            }
        }
        return new GraphCounts(nodes, relationships);
    }
}
