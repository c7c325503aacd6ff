package fr.jalon.schema;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which fields of a contract change in time, see {@link Variation}. */
public final class Variations {

    private final List<GraphType> types;
    private final Set<String> relationships = new HashSet<>();

    private Variations(Collection<GraphType> types) {
        this.types = types.stream()
                .filter(type -> type.fields().values().stream().anyMatch(GraphField::varies))
                .toList();
    }

    /** Throws {@link ContractException} where something varies that the graph cannot hold at other times. */
    static Variations of(Collection<GraphType> types) {
        Variations variations = new Variations(types);
        for (GraphType type : types) {
            type.fields().values().forEach(field -> variations.take(type, field));
        }
        types.forEach(variations::requireSingleHops);
        return variations;
    }

    /** Whether relationships of a type change in time. */
    public boolean vary(String relationship) {
        return relationships.contains(relationship);
    }

    /** The types of the relationships that change in time. */
    public Set<String> relationships() {
        return Set.copyOf(relationships);
    }

    /**
     * The field that changes in time, if one does that a property of nodes is read for.
     *
     * @param label of the nodes; null where they may have any
     * @param property its name, that of its folded copy or that of its rank
     */
    public Optional<PropertyField> field(@Nullable String label, String property) {
        return types.stream()
                .filter(type -> label == null || type.labels().contains(label))
                .flatMap(Variations::properties)
                .filter(field ->
                        List.of(field.name(), field.compared(), field.ordered()).contains(property))
                .findFirst();
    }

    /**
     * The field that changes in time of which the labels of nodes follow, if it is one.
     *
     * @param type name of the nodes' type, a concrete one
     */
    public Optional<PropertyField> captioned(String type) {
        return types.stream()
                .filter(each -> each.name().equals(type))
                .flatMap(each ->
                        Optional.ofNullable(each.caption()).flatMap(caption -> each.property(caption.field())).stream())
                .filter(PropertyField::varies)
                .findFirst();
    }

    /** What people read in the place of the value that the labels of nodes of a type follow. */
    public Map<String, String> words(String type) {
        return types.stream()
                .filter(each -> each.name().equals(type))
                .flatMap(each -> Optional.ofNullable(each.caption()).stream())
                .map(Caption::words)
                .findFirst()
                .orElse(Map.of());
    }

    private static Stream<PropertyField> properties(GraphType type) {
        return type.fields().values().stream()
                .filter(PropertyField.class::isInstance)
                .map(PropertyField.class::cast)
                .filter(PropertyField::varies);
    }

    private void take(GraphType type, GraphField field) {
        if (!field.varies()) {
            return;
        }
        if (field instanceof RelationshipField related) {
            if (!(related.route() instanceof Route.Step step) || related.shape() != RelationshipField.Shape.ONE) {
                throw refused(type, field, "a relationship to one node");
            }
            relationships.add(step.type());
        } else if (field instanceof PropertyField property
                && (property.list() || property.indexed() || property.scalar().equals("String"))) {
            // Folding is not done within the graph, and the addresses of the web are folded by their case alone.
            throw refused(type, field, "a single value, other than a text, without an index");
        }
    }

    private void requireSingleHops(GraphType type) {
        for (GraphField field : type.fields().values()) {
            if (field instanceof RelationshipField related
                    && related.route().hops().stream()
                            .anyMatch(
                                    hop -> !hop.single() && hop.types().stream().anyMatch(this::vary))) {
                throw new ContractException(
                        "%s.%s follows what varies more than once or not at all".formatted(type.name(), field.name()));
            }
        }
    }

    private static ContractException refused(GraphType type, GraphField field, String expected) {
        return new ContractException("%s.%s cannot vary; expected %s".formatted(type.name(), field.name(), expected));
    }
}
