package fr.jalon.plan;

import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.RelationshipField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What has to be counted of a graph for estimates.
 *
 * @param labels whose nodes
 * @param hops whose relationships
 */
public record Census(List<String> labels, List<Hop> hops) {

    private static final Pattern BAR = Pattern.compile("\\|");

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

    /**
     * The counts among those that Neo4j keeps.
     *
     * @param nodes maps of a label and its count
     * @param relationships maps of a type, the label at one end, and their count; what is left out is zero
     */
    public GraphCounts kept(List<Map<String, Object>> nodes, List<Map<String, Object>> relationships) {
        Map<String, Long> ofLabels = new HashMap<>();
        nodes.forEach(each -> ofLabels.put(String.valueOf(each.get("label")), (Long) each.get("count")));
        Map<Hop, Long> ofTypes = new HashMap<>();
        for (Map<String, Object> each : relationships) {
            String type = String.valueOf(each.get("relationshipType"));
            Long count = (Long) each.get("count");
            ofTypes.put(new Hop(String.valueOf(each.get("startLabel")), type, true), count);
            ofTypes.put(new Hop(String.valueOf(each.get("endLabel")), type, false), count);
        }
        List<Long> numbers = Stream.concat(
                        labels.stream().map(label -> ofLabels.getOrDefault(label, 0L)),
                        hops.stream().map(hop -> ofEachType(hop, ofTypes)))
                .toList();
        return counts(numbers);
    }

    private static long ofEachType(Hop hop, Map<Hop, Long> ofTypes) {
        return BAR.splitAsStream(hop.types())
                .mapToLong(type -> ofTypes.getOrDefault(new Hop(hop.label(), type, hop.outgoing()), 0L))
                .sum();
    }
}
