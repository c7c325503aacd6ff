package fr.jalon.seed.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.RelationshipField;
import fr.jalon.seed.record.RecordKeys;
import fr.jalon.seed.record.SeedKey;
import java.util.Map;

/**
 * Writes the JSON Schema of seed files, from which editors help; it follows from the contract alone.
 *
 * @see <a href="https://json-schema.org/draft/2020-12">JSON Schema 2020-12</a>
 */
public final class SeedSchema {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String DISTINCT =
            "Set where this differs from a sibling by case, accents and signs only: its id then has check digits.";

    private final Contract contract;
    private final RecordKeys keys;
    private final ValueSchema values;

    private SeedSchema(Contract contract) {
        this.contract = contract;
        this.keys = new RecordKeys(contract);
        this.values = new ValueSchema(contract.dictionary());
    }

    /** The text of {@code graph-seed/seed.schema.json}, ended by a line break. */
    public static String of(Contract contract) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        Separators separators =
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators).withObjectIndenter(indenter);
        printer.indentArraysWith(indenter);
        try {
            return JSON.writer(printer).writeValueAsString(new SeedSchema(contract).file()) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ObjectNode file() {
        ObjectNode file = JSON.createObjectNode();
        file.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        file.put("title", "Seed file of Jalon");
        closed(file, "Facts by the type of record; made from schema.graphqls.");
        ObjectNode properties = file.putObject("properties");
        ValueSchema.id(
                properties.putObject(SeedFileReader.DEFAULT_DOCUMENT), "Document of every `at` that names none.");
        ObjectNode definitions = file.putObject("$defs");
        definitions.set("place", ValueSchema.citation());
        definitions.set("places", ValueSchema.citations());
        for (GraphType type : contract.types()) {
            if (type.seedKey() != null) {
                ObjectNode list = properties.putObject(type.seedKey());
                list.put("type", "array").putObject("items").put("$ref", "#/$defs/" + type.name());
            }
            if (!keys.of(type).isEmpty()) {
                definitions.set(type.name(), record(type));
            }
        }
        return file;
    }

    private ObjectNode record(GraphType type) {
        ObjectNode schema = JSON.createObjectNode();
        closed(schema, contract.dictionary().describe(type.name()));
        ObjectNode properties = schema.putObject("properties");
        var required = schema.putArray("required");
        for (Map.Entry<String, SeedKey> each : keys.of(type).entrySet()) {
            if (isRequired(each.getValue())) {
                required.add(each.getKey());
            }
            String description = contract.dictionary().describe(type.name(), each.getKey());
            properties.set(each.getKey(), key(type, each.getValue(), description));
        }
        return schema;
    }

    private static boolean isRequired(SeedKey key) {
        return key instanceof SeedKey.Id
                || key instanceof SeedKey.Citations
                || (key instanceof SeedKey.Value value && RecordReader.isRequired(value.field()));
    }

    private ObjectNode key(GraphType type, SeedKey key, String description) {
        ObjectNode schema = JSON.createObjectNode();
        if (key instanceof SeedKey.Id) {
            schema.put("type", "string").put("pattern", "^" + type.idPrefix() + "/[a-z0-9]+(-[a-z0-9]+)*$");
        } else if (key instanceof SeedKey.Value value) {
            return values.of(value.field(), description);
        } else if (key instanceof SeedKey.Distinct) {
            return schema.put("type", "boolean").put("description", DISTINCT);
        } else if (key instanceof SeedKey.PeriodText period) {
            ObjectNode item = JSON.createObjectNode();
            item.putArray("type").add("string").add("integer");
            return oneOrMany(period.field(), item, description);
        } else if (key instanceof SeedKey.Link link) {
            return oneOrMany(link.field(), JSON.createObjectNode().put("type", "string"), description);
        } else if (key instanceof SeedKey.Nested nested) {
            ObjectNode item = JSON.createObjectNode()
                    .put("$ref", "#/$defs/" + nested.target().name());
            return oneOrMany(nested.field(), item, description);
        } else if (key instanceof SeedKey.Citations) {
            return schema.put("$ref", "#/$defs/places");
        } else {
            return key instanceof SeedKey.Pages ? ValueSchema.pages() : values.sections();
        }
        return schema.put("description", description);
    }

    private static ObjectNode oneOrMany(RelationshipField field, ObjectNode item, String description) {
        if (field.shape() == RelationshipField.Shape.ONE) {
            return item.put("description", description);
        }
        ObjectNode many = JSON.createObjectNode();
        many.put("description", description);
        many.putArray("anyOf").add(item).addObject().put("type", "array").set("items", item);
        return many;
    }

    private static void closed(ObjectNode schema, String description) {
        schema.put("description", description);
        schema.put("type", "object");
        schema.put("additionalProperties", false);
    }
}
