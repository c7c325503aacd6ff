package fr.jalon.seed.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the parts of the JSON Schema that hold for places in documents. */
final class PlaceSchema {

    private static final String RANGE = "^\\d{1,6}(-\\d{1,6})?$";

    private PlaceSchema() {}

    /** A line, a range, or these in another document. */
    static ObjectNode place() {
        ObjectNode elsewhere = object();
        ObjectNode properties = elsewhere.putObject("properties");
        ValueSchema.id(properties.putObject("document"), "The document, where it is not the file's.");
        properties.putObject("lines").putArray("anyOf").add(line()).add(range()).add(list(anyOf(line(), range())));
        elsewhere.putArray("required").add("document").add("lines");
        return anyOf(line(), range(), elsewhere);
    }

    /** One place or several. */
    static ObjectNode places() {
        return anyOf(reference(), list(reference()))
                .put("description", "Where a document states it: 124, 209-213, a list of these, or {document, lines}.");
    }

    /** Headings of a document by their lines. */
    static ObjectNode sections() {
        ObjectNode section = object();
        ObjectNode properties = section.putObject("properties");
        properties.set("from", line());
        properties.putObject("title").put("type", "string");
        section.putArray("required").add("from").add("title");
        return list(section)
                .put("description", "Headings in the order of their lines; citations take their section from them.");
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
