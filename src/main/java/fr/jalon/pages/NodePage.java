package fr.jalon.pages;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.pages.Value.Fact;
import fr.jalon.pages.Value.Source;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The page of a node at its id: its facts with their sources, the contradictions about it, and what it leads to. */
final class NodePage implements Page {

    /** Query of a record inside another. */
    private static final String INSIDE = "node";

    private final Address address;
    private final String id;
    private final Words words;
    private final Values values;

    NodePage(Address address, Words words) {
        this.address = address;
        this.id = address.path();
        this.words = words;
        this.values = new Values(words);
        address.require(Set.of());
    }

    @Override
    public GraphQlRequest request() {
        String query = words.kind(id)
                .map(type -> Documents.find("node-" + type.idPrefix()).orElseGet(() -> NodeQuery.of(type)))
                .orElseGet(() -> Documents.query(INSIDE));
        return new GraphQlRequest(query, null, Map.of("id", id), Map.of(), true);
    }

    @Override
    public Shown show(JsonNode data, Frame frame) {
        JsonNode node = data.path("node");
        if (!node.isObject()) {
            return new Shown.Instead(new MissingPage(address));
        }
        String type = node.path("__typename").asText();
        List<Source> sources = Values.sources(node);
        String document = sources.isEmpty() ? "" : sources.get(0).document();
        View view = new View(
                id,
                words.one(type),
                node.path("label").asText(),
                Values.without(document, values.facts(type, node)),
                sources,
                discrepancies(data.path("discrepancies").path("nodes")));
        return new Shown.Html(200, Templates.html("node", Map.of("frame", frame, "view", view)));
    }

    private List<Discrepancy> discrepancies(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(node -> new Discrepancy(
                        node.path("path").asText(),
                        node.path("field").asText(""),
                        node.path("summary").asText(),
                        words.value("Severity", node.path("severity").asText()),
                        node.path("reason").asText(""),
                        StreamSupport.stream(node.path("readings").spliterator(), false)
                                .map(this::reading)
                                .toList()))
                .toList();
    }

    private Reading reading(JsonNode reading) {
        return new Reading(
                reading.path("value").asText(),
                words.value("DocumentPart", reading.path("part").asText("")),
                reading.path("followed").asBoolean(),
                Values.sources(reading));
    }

    /**
     * What the page shows.
     *
     * @param kind of node, as people call it
     */
    record View(
            String id,
            String kind,
            String label,
            List<Fact> facts,
            List<Source> sources,
            List<Discrepancy> discrepancies) {

        /** What a text that refers to the node may print. */
        String citation() {
            return sources.stream()
                    .map(source -> source.document().isEmpty()
                            ? source.locator()
                            : source.document() + ", " + source.locator())
                    .collect(Collectors.joining(
                            " ; ", "« " + label + " »" + (sources.isEmpty() ? "" : ", "), " (" + id + ")"));
        }

        /** The contradictions about a field, or about one of a record inside it. */
        List<Discrepancy> about(String field) {
            return discrepancies.stream()
                    .filter(each -> each.field().equals(field) || each.field().startsWith(field + "."))
                    .toList();
        }
    }

    /** A contradiction; its field and reason are empty where there are none. */
    record Discrepancy(
            String path, String field, String summary, String severity, String reason, List<Reading> readings) {

        /** Where on the page it stands. */
        String anchor() {
            return path.substring(1).replace('/', '-');
        }
    }

    /** What one place says. */
    record Reading(String value, String part, boolean followed, List<Source> sources) {}
}
