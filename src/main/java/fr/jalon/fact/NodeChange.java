package fr.jalon.fact;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a statement changes of a node.
 *
 * @param node what is stated
 * @param effect whether it changes anything
 * @param added labels that the node has not
 * @param removed labels that it has and should not
 * @param properties new values by name; null for one that goes
 */
public record NodeChange(
        StatedNode node,
        Effect effect,
        Set<String> added,
        Set<String> removed,
        Map<String, @Nullable Object> properties) {

    /** What became of a node. */
    public enum Effect {
        /** It was not there. */
        CREATED,
        /** It has other labels or properties than before. */
        CHANGED,
        /** It was like this already. */
        NONE
    }

    /** The change of a node that is stored, or not; of the labels only those of the contract are ever removed. */
    static NodeChange of(StatedNode node, @Nullable StoredNode stored, Origin origin, Set<String> ofContract) {
        Set<String> labels = new TreeSet<>(node.type().labels());
        if (stored == null) {
            Map<String, @Nullable Object> properties = new HashMap<>(node.properties());
            properties.put(Origin.PROPERTY, origin.name());
            return new NodeChange(node, Effect.CREATED, labels, Set.of(), properties);
        }
        Owner owner = Owner.of(stored, origin);
        Map<String, @Nullable Object> properties = difference(node, stored, standing(node, stored, origin, owner));
        Set<String> stale = new TreeSet<>(stored.labels());
        stale.retainAll(ofContract);
        stale.removeAll(labels);
        labels.removeAll(stored.labels());
        return owner.isWriter()
                ? changed(node, labels, stale, properties)
                : changed(node, Set.of(), Set.of(), properties);
    }

    private static NodeChange changed(
            StatedNode node, Set<String> added, Set<String> removed, Map<String, @Nullable Object> properties) {
        boolean same = added.isEmpty() && removed.isEmpty() && properties.isEmpty();
        return new NodeChange(node, same ? Effect.NONE : Effect.CHANGED, added, removed, properties);
    }

    /** Who has the node, once it is stated: a node that nobody has any more is the seed's as soon as the seed states it. */
    private record Owner(@Nullable String name, boolean isWriter) {
        static Owner of(StoredNode stored, Origin origin) {
            String name = stored.origin() == null && origin.equals(Origin.SEED) ? origin.name() : stored.origin();
            return new Owner(name, origin.name().equals(name));
        }
    }

    /** All properties of the node that come from here: those of the fields as they stand, and who states what. */
    private static Map<String, Object> standing(StatedNode node, StoredNode stored, Origin origin, Owner owner) {
        Map<String, StoredNode.Field> fields = fields(node, stored, origin);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        fields.forEach((name, field) -> values.put(name, field.value()));
        Map<String, Object> properties = new StatedNode(node.type(), node.id(), values).properties();
        fields.forEach((name, field) -> properties.putAll(field.bookkeeping(name, owner.name())));
        if (owner.name() != null) {
            properties.put(Origin.PROPERTY, owner.name());
        }
        boolean among = !owner.isWriter() && fields.values().stream().anyMatch(field -> field.isStatedBy(origin));
        List<String> others = others(stored, origin, among);
        if (!others.isEmpty()) {
            properties.put(Origin.OTHERS, others);
        }
        return properties;
    }

    private static Map<String, StoredNode.Field> fields(StatedNode node, StoredNode stored, Origin origin) {
        Map<String, StoredNode.Field> fields = new LinkedHashMap<>();
        StatedNode.fields(node.type()).forEach(each -> {
            StoredNode.Field field = stored.field(each.name());
            fields.put(
                    each.name(),
                    node.values().containsKey(each.name())
                            ? field.stated(origin, node.values().get(each.name()))
                            : field);
        });
        return fields;
    }

    private static List<String> others(StoredNode stored, Origin origin, boolean among) {
        Set<String> others = stored.others();
        others.remove(origin.name());
        if (among) {
            others.add(origin.name());
        }
        return List.copyOf(others);
    }

    private static Map<String, @Nullable Object> difference(
            StatedNode node, StoredNode stored, Map<String, Object> standing) {
        Set<String> names = StatedNode.names(node.type());
        names.addAll(standing.keySet());
        stored.properties().keySet().stream().filter(Origin::isBookkeeping).forEach(names::add);
        Map<String, @Nullable Object> difference = new HashMap<>();
        for (String name : names) {
            @Nullable Object value = standing.get(name);
            if (!Objects.equals(value, stored.properties().get(name))) {
                difference.put(name, value);
            }
        }
        return difference;
    }

    /** A row of {@link FactStatements#mergeNodes}. */
    Map<String, Object> row() {
        return Map.of(
                "id",
                node.id(),
                "added",
                List.copyOf(added),
                "removed",
                List.copyOf(removed),
                "properties",
                properties);
    }
}
