package fr.jalon.pages;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.pages.Value.Fact;
import fr.jalon.pages.Value.Note;
import fr.jalon.pages.Value.Part;
import fr.jalon.pages.Value.Several;
import fr.jalon.pages.Value.Source;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Makes of an answer what pages show, field by field in the order in which the query selects them. */
final class Values {

    private static final String LABEL = "label";
    private static final String PATH = "path";
    private static final String TYPE = "__typename";
    private static final String NODES = "nodes";
    private static final Set<String> NAMING = Set.of(TYPE, "id", LABEL, PATH);
    private static final Set<String> APART = Set.of("citations", "citation", "inferences", "discrepancies");

    private final Words words;

    Values(Words words) {
        this.words = words;
    }

    /** What a field holds; nothing where it holds nothing. */
    Optional<Value> of(String type, String field, JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return Optional.empty();
        } else if (value.isArray()) {
            return several(type, field, value, value.size());
        } else if (value.has(NODES)) {
            return several(
                    type,
                    field,
                    value.get(NODES),
                    value.path("totalCount").asLong(value.get(NODES).size()));
        }
        return Optional.of(value.isObject() ? node(value) : scalar(type, field, value));
    }

    private Optional<Value> several(String type, String field, JsonNode values, long total) {
        List<Value> all = new ArrayList<>();
        values.forEach(value -> of(type, field, value).ifPresent(all::add));
        return all.isEmpty() ? Optional.empty() : Optional.of(new Several(all, total));
    }

    private Value node(JsonNode node) {
        Value.Link title = link(node);
        List<Fact> facts = facts(node.path(TYPE).asText(), node);
        List<Source> sources = sources(node);
        return title != null && facts.isEmpty() && sources.isEmpty() ? title : new Part(title, facts, sources);
    }

    static Value.@Nullable Link link(JsonNode node) {
        return node.has(PATH) && node.has(LABEL)
                ? new Value.Link(node.get(PATH).asText(), node.get(LABEL).asText())
                : null;
    }

    private Value scalar(String type, String field, JsonNode value) {
        if (value.isBoolean()) {
            return new Value.Text(value.asBoolean() ? "oui" : "non", false);
        } else if (value.isNumber()) {
            return new Value.Text(FrenchText.number(value.asDouble()), true);
        }
        String scalar = words.field(type, field).scalar();
        return switch (scalar) {
            case "Date" -> new Value.Day(value.asText(), FrenchText.day(LocalDate.parse(value.asText())));
            case "DateTime" -> new Value.Text(FrenchText.moment(OffsetDateTime.parse(value.asText())), false);
            case "Url" -> new Value.Web(value.asText());
            default -> new Value.Text(words.value(scalar, value.asText()), false);
        };
    }

    /** Fields of a node, without those that name it, those that prove it and those that hold nothing. */
    List<Fact> facts(String type, JsonNode node) {
        List<Fact> facts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String name = field.getKey();
            if (!NAMING.contains(name) && !APART.contains(name)) {
                Words.FieldWords said = words.field(type, name);
                of(type, name, field.getValue())
                        .ifPresent(value -> facts.add(new Fact(
                                name,
                                said.heading(),
                                said.description(),
                                value,
                                said.judgement(),
                                notes(node.path("inferences"), name))));
            }
        }
        return facts;
    }

    private static List<Note> notes(JsonNode inferences, String field) {
        return StreamSupport.stream(inferences.spliterator(), false)
                .filter(inference -> inference.path("field").asText().equals(field))
                .map(inference -> new Note(inference.path("reason").asText(), sources(inference)))
                .toList();
    }

    /** The same without the name of a document that the page tells elsewhere. */
    static List<Fact> without(String document, List<Fact> facts) {
        return facts.stream()
                .map(fact -> new Fact(
                        fact.field(),
                        fact.heading(),
                        fact.description(),
                        without(document, fact.value()),
                        fact.judgement(),
                        fact.notes().stream()
                                .map(note -> new Note(note.reason(), untitled(document, note.sources())))
                                .toList()))
                .toList();
    }

    private static Value without(String document, Value value) {
        if (value instanceof Several several) {
            return new Several(
                    several.values().stream()
                            .map(each -> without(document, each))
                            .toList(),
                    several.total());
        }
        return value instanceof Part part
                ? new Part(part.title(), without(document, part.facts()), untitled(document, part.sources()))
                : value;
    }

    private static List<Source> untitled(String document, List<Source> sources) {
        return sources.stream()
                .map(source -> source.document().equals(document) ? source.untitled() : source)
                .toList();
    }

    /** The places that state a node. */
    static List<Source> sources(JsonNode node) {
        JsonNode citations = node.path("citations");
        if (node.path("citation").isObject()) {
            return List.of(source(node.get("citation")));
        }
        return StreamSupport.stream(citations.spliterator(), false)
                .map(Values::source)
                .toList();
    }

    private static Source source(JsonNode citation) {
        return new Source(
                citation.path(PATH).asText(),
                citation.path("locator").asText(citation.path(LABEL).asText()),
                citation.path("document").path(LABEL).asText(""),
                text(citation.path("link")),
                text(citation.path("page")),
                text(citation.path("excerpt")));
    }

    private static @Nullable String text(JsonNode value) {
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }
}
