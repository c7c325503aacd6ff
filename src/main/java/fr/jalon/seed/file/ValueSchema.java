package fr.jalon.seed.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.jalon.schema.Dictionary;
import fr.jalon.schema.PropertyField;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the parts of the JSON Schema that hold for what stands behind a key: values, ids, citations and headings. */
final class ValueSchema {

    private static final String RANGE = "^\\d{1,6}(-\\d{1,6})?$";
    private static final int LARGEST = 999_999_999;

    private final Dictionary dictionary;

    ValueSchema(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    ObjectNode of(PropertyField field, String description) {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        switch (field.scalar()) {
            case "Int" -> value.put("type", "integer").put("minimum", -LARGEST).put("maximum", LARGEST);
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

    /** A line, a range, or these in another document. */
    static ObjectNode citation() {
        ObjectNode elsewhere = object();
        ObjectNode properties = elsewhere.putObject("properties");
        id(properties.putObject("document"), "The document, where it is not the file's.");
        properties.putObject("lines").putArray("anyOf").add(line()).add(range()).add(list(anyOf(line(), range())));
        elsewhere.putArray("required").add("document").add("lines");
        return anyOf(line(), range(), elsewhere);
    }

    /** One place or several. */
    static ObjectNode citations() {
        return anyOf(reference(), list(reference()))
                .put("description", "Where a document states it: 124, 209-213, a list of these, or {document, lines}.");
    }

    /** Headings of a document by their lines. */
    ObjectNode sections() {
        ObjectNode section = object();
        ObjectNode properties = section.putObject("properties");
        properties.set("from", line());
        properties.putObject("title").put("type", "string");
        text(properties.putObject("part"), dictionary.values("DocumentPart"));
        section.putArray("required").add("from").add("title");
        return list(section)
                .put(
                        "description",
                        "Headings in the order of their lines; citations take their section and part from them.");
    }

    /** Printed numbers of pages by the lines where what they number begins. */
    static ObjectNode pages() {
        ObjectNode page = object();
        ObjectNode properties = page.putObject("properties");
        properties.set("from", line());
        properties.set("page", line());
        page.putArray("required").add("from");
        return list(page)
                .put(
                        "description",
                        "Pages as the table of contents or the index prints them, in the order of the lines; no page where none is printed.");
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode().put("type", "object").put("additionalProperties", false);
    }

    private static ObjectNode reference() {
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/$defs/place");
    }

    private static ObjectNode line() {
        return JsonNodeFactory.instance.objectNode().put("type", "integer").put("minimum", 1);
    }

    private static ObjectNode range() {
        return JsonNodeFactory.instance.objectNode().put("type", "string").put("pattern", RANGE);
    }

    private static ObjectNode list(ObjectNode items) {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.put("type", "array").put("minItems", 1).set("items", items);
        return list;
    }

    private static ObjectNode anyOf(ObjectNode... schemas) {
        ObjectNode any = JsonNodeFactory.instance.objectNode();
        var list = any.putArray("anyOf");
        for (ObjectNode each : schemas) {
            list.add(each);
        }
        return any;
    }
}
