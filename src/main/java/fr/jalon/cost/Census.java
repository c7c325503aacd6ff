package fr.jalon.cost;

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
 * @param incidences whose relationships
 */
public record Census(List<String> labels, List<Incidence> incidences) {

    /** What estimates need that follow that contract: pages tell their length, other lists do not. */
    public static Census of(Contract contract) {
        List<Incidence> incidences = contract.types().stream()
                .filter(type -> !type.isAbstract())
                .flatMap(Census::followed)
                .flatMap(followed -> followed.all().stream())
                .distinct()
                .toList();
        List<String> labels = Stream.concat(
                        contract.types().stream().map(GraphType::label),
                        incidences.stream().map(Incidence::label))
                .distinct()
                .toList();
        return new Census(labels, incidences);
    }

    private static Stream<Incidence.Followed> followed(GraphType type) {
        return type.fields().values().stream()
                .filter(field ->
                        field instanceof RelationshipField related && related.shape() == RelationshipField.Shape.LIST)
                .flatMap(field -> Incidence.along(((RelationshipField) field).route(), type.label()).stream());
    }

    /**
     * The counts, once they were taken.
     *
     * @param numbers first of the labels, then of the incidences, in their order
     */
    public GraphCounts counts(List<Long> numbers) {
        Map<String, Long> nodes = new HashMap<>();
        Map<Incidence, Long> relationships = new HashMap<>();
        for (int i = 0; i < numbers.size(); i++) {
            if (i < labels.size()) {
                nodes.put(labels.get(i), numbers.get(i));
            } else {
                relationships.put(incidences.get(i - labels.size()), numbers.get(i));
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
        Map<Incidence, Long> ofTypes = new HashMap<>();
        for (Map<String, Object> each : relationships) {
            List<String> type = List.of(String.valueOf(each.get("relationshipType")));
            Long count = (Long) each.get("count");
            ofTypes.put(new Incidence(String.valueOf(each.get("startLabel")), type, true), count);
            ofTypes.put(new Incidence(String.valueOf(each.get("endLabel")), type, false), count);
        }
        List<Long> numbers = Stream.concat(
                        labels.stream().map(label -> ofLabels.getOrDefault(label, 0L)),
                        incidences.stream().map(incidence -> sum(incidence, ofTypes)))
                .toList();
        return counts(numbers);
    }

    private static long sum(Incidence incidence, Map<Incidence, Long> ofTypes) {
        return incidence.types().stream()
                .map(type -> new Incidence(incidence.label(), List.of(type), incidence.outgoing()))
                .mapToLong(ofType -> ofTypes.getOrDefault(ofType, 0L))
                .sum();
    }
}
