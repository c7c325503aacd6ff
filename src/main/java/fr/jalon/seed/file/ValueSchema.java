package fr.jalon.seed.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.jalon.schema.Dictionary;
import fr.jalon.schema.PropertyField;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the part of the JSON Schema that holds for one value. */
final class ValueSchema {

    private static final int LARGEST = 999_999_999;

    private final Dictionary dictionary;

    ValueSchema(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    ObjectNode of(PropertyField field, String description) {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        switch (field.scalar()) {
            case "Int" -> value.put("type", "integer").put("minimum", -LARGEST).put("maximum", LARGEST);
            case "NonNegativeInt" ->
                value.put("type", "integer").put("minimum", 0).put("maximum", LARGEST);
            case "Float" -> value.put("type", "number");
            case "Boolean" -> value.put("type", "boolean");
            case "Date" -> value.put("type", "string").put("pattern", "^\\d{4}-\\d{2}-\\d{2}$");
            case "Url" -> value.put("type", "string").put("pattern", "^https?://\\S+$");
            default -> text(value, dictionary.values(field.scalar()));
        }
        ObjectNode schema = value;
        if (field.list()) {
            schema = JsonNodeFactory.instance.objectNode().put("type", "array").set("items", value);
        }
        return schema.put("description", description + meanings(field));
    }

    static void id(ObjectNode schema, String description) {
        schema.put("type", "string").put("description", description).put("pattern", "^[a-z][A-Za-z]*/[a-z0-9-]+$");
    }

    private static void text(ObjectNode schema, Map<String, String> values) {
        schema.put("type", "string");
        if (values.isEmpty()) {
            schema.put("pattern", "\\S");
        } else {
            ArrayNode names = schema.putArray("enum");
            values.keySet().forEach(names::add);
        }
    }

    private String meanings(PropertyField field) {
        return dictionary.values(field.scalar()).entrySet().stream()
                .map(value -> "\n" + value.getKey() + ": " + value.getValue())
                .collect(Collectors.joining());
    }
}
