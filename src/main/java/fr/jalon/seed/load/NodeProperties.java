package fr.jalon.seed.load;

import fr.jalon.schema.Folding;
import fr.jalon.schema.FrenchWords;
import fr.jalon.schema.GraphField;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.PropertyField;
import fr.jalon.seed.record.RecordKeys;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The properties of a node: what its record says, constants, folded copies, ranks and the text that search reads. */
public final class NodeProperties {

    private NodeProperties() {}

    /** Adds what follows from the values and the type. */
    static Map<String, Object> completed(GraphType type, Map<String, Object> values) {
        Map<String, Object> properties = new LinkedHashMap<>(values);
        for (GraphField field : type.fields().values()) {
            if (field instanceof PropertyField property) {
                if (property.constant() != null) {
                    properties.put(property.name(), property.constant());
                }
                complete(property, properties);
            }
        }
        return properties;
    }

    private static void complete(PropertyField field, Map<String, Object> properties) {
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

    /** Names of every property that the seed may write on nodes of a type, the id aside. */
    public static Set<String> names(GraphType type) {
        Set<String> names = new LinkedHashSet<>();
        names.add(Folding.SEARCH_NAME);
        names.add(Folding.SEARCH_DETAIL);
        for (GraphField field : type.fields().values()) {
            if (field instanceof PropertyField property && !property.name().equals(RecordKeys.ID)) {
                names.add(property.name());
                if (property.folded()) {
                    names.add(Folding.foldedName(property.name()));
                }
                if (property.ranked()) {
                    names.add(property.ordered());
                }
            }
        }
        return names;
    }
}
