package fr.jalon.pages;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.execution.GraphQlRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What lies around a node, or the shortest ways between two: as a list, which a script draws. */
final class GraphPage implements Page {

    private static final String ID = "id";
    private static final String FROM = "de";
    private static final String TO = "vers";
    private static final String START = "theme/api";

    private final Address address;
    private final Words words;

    GraphPage(Address address, Words words) {
        this.address = address;
        this.words = words;
        address.require(Set.of(ID, FROM, TO, "ouverts", "genres"));
    }

    private String id() {
        return address.first(FROM).or(() -> address.first(ID)).orElse(START);
    }

    /** The node that ways lead to, where ways are what is asked for; beside an id it is the script's. */
    private Optional<String> to() {
        return address.first(FROM).isPresent() ? address.first(TO) : Optional.empty();
    }

    @Override
    public GraphQlRequest request() {
        Map<String, Object> variables = new LinkedHashMap<>(Map.of("id", id()));
        to().ifPresent(to -> variables.put("to", to));
        return Documents.request(to().isPresent() ? "graph-ways" : "graph", variables);
    }

    @Override
    public Shown show(JsonNode data, Frame frame) {
        JsonNode node = data.path("node");
        if (!node.isObject()) {
            return new Shown.Instead(new MissingPage(address.to(id(), Map.of())));
        }
        Map<String, List<Value.Link>> groups = new TreeMap<>();
        for (JsonNode each : data.path("neighbours")) {
            JsonNode neighbour = each.path("node");
            groups.computeIfAbsent(words.many(neighbour.path("__typename").asText()), kind -> new ArrayList<>())
                    .add(Values.link(neighbour));
        }
        View view = new View(
                id(),
                to().orElse(""),
                node.path("label").asText(),
                node.path("path").asText(),
                node.path("__typename").asText(),
                kinds(),
                groups,
                StreamSupport.stream(data.path("paths").spliterator(), false)
                        .map(GraphPage::way)
                        .toList());
        return new Shown.Html(200, Templates.html("graph", Map.of("frame", frame, "view", view)));
    }

    private String kinds() {
        return Documents.JSON.valueToTree(words.kinds()).toString();
    }

    private static List<Value.@Nullable Link> way(JsonNode path) {
        return StreamSupport.stream(path.path("nodes").spliterator(), false)
                .map(Values::link)
                .toList();
    }

    /**
     * What the page shows.
     *
     * @param to id of the node that ways lead to; empty where its neighbours are wanted
     * @param type of the node
     * @param kinds what kinds of nodes are called, as JSON
     * @param groups its neighbours by kind
     */
    record View(
            String id,
            String to,
            String label,
            String path,
            String type,
            String kinds,
            Map<String, List<Value.Link>> groups,
            List<List<Value.Link>> ways) {}
}
