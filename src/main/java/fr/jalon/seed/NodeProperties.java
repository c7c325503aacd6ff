package fr.jalon.seed;

import fr.jalon.schema.Folding;
import fr.jalon.schema.GraphField;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.PropertyField;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** The properties of a node: what its record says, constants, folded copies and the text that search reads. */
final class NodeProperties {

    private NodeProperties() {}

    /** Adds what follows from the values and the type. */
    static Map<String, Object> completed(GraphType type, Map<String, Object> values) {
        Map<String, Object> properties = new LinkedHashMap<>(values);
        StringJoiner searchText = new StringJoiner(" ");
        for (GraphField field : type.fields().values()) {
            if (field instanceof PropertyField property) {
                if (property.constant() != null) {
                    properties.put(property.name(), property.constant());
                }
                complete(property, properties, searchText);
            }
        }
        if (searchText.length() > 0) {
            properties.put(Folding.SEARCH_TEXT, searchText.toString());
        }
        return properties;
    }

    private static void complete(PropertyField field, Map<String, Object> properties, StringJoiner searchText) {
        Object value = properties.get(field.name());
        if (value == null) {
            return;
        }
        if (field.folded()) {
            properties.put(Folding.foldedName(field.name()), Folding.fold((String) value));
        }
        if (field.searchable()) {
            List<?> texts = value instanceof List<?> list ? list : List.of(value);
            texts.forEach(text -> searchText.add(Folding.fold(String.valueOf(text))));
        }
    }

    /** Names of every property that the seed may write on nodes of a type, the id aside. */
    static Set<String> names(GraphType type) {
        Set<String> names = new LinkedHashSet<>();
        names.add(Folding.SEARCH_TEXT);
        for (GraphField field : type.fields().values()) {
            if (field instanceof PropertyField property && !property.name().equals(RecordKeys.ID)) {
                names.add(property.name());
                if (property.folded()) {
                    names.add(Folding.foldedName(property.name()));
                }
            }
        }
        return names;
    }
}
