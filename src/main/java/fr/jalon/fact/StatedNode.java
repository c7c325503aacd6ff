package fr.jalon.fact;

import fr.jalon.schema.Folding;
import fr.jalon.schema.FrenchWords;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.PropertyField;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A node as one origin states it, and the properties that follow: constants of the type, folded copies, ranks of
 * enumerations, and the words that full-text search reads.
 *
 * @param type its concrete type, which gives the labels
 * @param id public id
 * @param values by field: String, Long, Double, Boolean, LocalDate, or a list of these; null takes back what the origin
 *     stated before, and of a field that is not named it says nothing
 */
public record StatedNode(GraphType type, String id, Map<String, @Nullable Object> values) {

    private static final String LABEL = "label";
    private static final String PATH = "path";

    /** All that an origin states of a node: a field without a value is one that it states no longer. */
    public static StatedNode whole(GraphType type, String id, Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(values);
        fields(type).forEach(field -> all.putIfAbsent(field.name(), null));
        return new StatedNode(type, id, all);
    }

    /** Everything but the id and what says who states it, in the driver's Java types. */
    public Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (value != null) {
                properties.put(name, value);
            }
        });
        addLabelAndPath(properties);
        ofType(type).forEach(field -> derive(field, properties));
        return properties;
    }

    private void addLabelAndPath(Map<String, Object> properties) {
        if (type.caption() != null) {
            type.caption().of(properties).ifPresent(label -> properties.put(LABEL, label));
        }
        if (type.property(PATH).filter(PropertyField::derived).isPresent()) {
            properties.put(PATH, "/" + id);
        }
    }

    private static void derive(PropertyField field, Map<String, Object> properties) {
        if (field.constant() != null) {
            properties.put(field.name(), field.constant());
        }
        Object value = properties.get(field.name());
        if (value == null) {
            return;
        }
        if (field.folded()) {
            properties.put(Folding.foldedName(field.name()), Folding.foldAll(value));
        }
        if (field.ranked()) {
            properties.put(field.ordered(), field.rank(value));
        }
        if (field.search() != PropertyField.Search.NONE) {
            String target = field.search() == PropertyField.Search.NAME ? Folding.SEARCH_NAME : Folding.SEARCH_DETAIL;
            List<?> texts = value instanceof List<?> list ? list : List.of(value);
            for (Object text : texts) {
                properties.merge(target, FrenchWords.indexed(String.valueOf(text)), (all, more) -> all + " " + more);
            }
        }
    }

    /** Names of every property that {@link #properties} may have for a type. */
    public static Set<String> names(GraphType type) {
        Set<String> names = new LinkedHashSet<>();
        names.add(Folding.SEARCH_NAME);
        names.add(Folding.SEARCH_DETAIL);
        ofType(type).forEach(field -> {
            names.add(field.name());
            if (field.folded()) {
                names.add(Folding.foldedName(field.name()));
            }
            if (field.ranked()) {
                names.add(field.ordered());
            }
        });
        return names;
    }

    /** The fields of a type that can be stated. */
    static Stream<PropertyField> fields(GraphType type) {
        return ofType(type).filter(field -> field.constant() == null && !isFollowing(type, field));
    }

    private static boolean isFollowing(GraphType type, PropertyField field) {
        return field.derived() && (field.name().equals(PATH) || (field.name().equals(LABEL) && type.caption() != null));
    }

    private static Stream<PropertyField> ofType(GraphType type) {
        return type.fields().values().stream()
                .filter(PropertyField.class::isInstance)
                .map(PropertyField.class::cast)
                .filter(field -> !field.name().equals("id"));
    }
}
