package fr.jalon.pages;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.execution.GraphQlRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What a search over everything finds. */
final class SearchPage implements Page {

    private static final String TEXT = "q";
    private static final String KIND = "genre";
    private static final int PAGE = 20;

    private final Address address;
    private final Words words;

    SearchPage(Address address, Words words) {
        this.address = address;
        this.words = words;
        address.require(Set.of(TEXT, KIND, ListDefinition.AFTER));
        for (String kind : address.all(KIND)) {
            if (!words.kinds().containsKey(kind)) {
                throw PageException.badRequest("Il n’y a pas de genre « %s » ; les genres sont : %s."
                        .formatted(kind, String.join(", ", words.kinds().keySet())));
            }
        }
    }

    private String text() {
        return address.first(TEXT).orElse("");
    }

    @Override
    public GraphQlRequest request() {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("text", text());
        variables.put("types", address.all(KIND));
        variables.put("first", PAGE);
        address.first(ListDefinition.AFTER).ifPresent(cursor -> variables.put("after", cursor));
        return Documents.request("search", variables);
    }

    @Override
    public Shown show(JsonNode data, Frame frame) {
        JsonNode search = data.path("search");
        View view = new View(
                text(),
                search.path("totalCount").asLong(),
                StreamSupport.stream(search.path("edges").spliterator(), false)
                        .map(this::found)
                        .toList(),
                StreamSupport.stream(search.path("suggestions").spliterator(), false)
                        .map(JsonNode::asText)
                        .map(each -> new Value.Link(
                                address.with(TEXT, each)
                                        .without(ListDefinition.AFTER)
                                        .href(),
                                each))
                        .toList(),
                search.path("pageInfo").path("hasNextPage").asBoolean()
                        ? address.with(
                                        ListDefinition.AFTER,
                                        search.path("pageInfo")
                                                .path("endCursor")
                                                .asText())
                                .href()
                        : null);
        return new Shown.Html(200, Templates.html("search", Map.of("frame", frame, "view", view)));
    }

    private Found found(JsonNode edge) {
        JsonNode node = edge.path("node");
        List<Piece> pieces = StreamSupport.stream(edge.path("highlights").spliterator(), false)
                .filter(each -> !each.path("field").asText().equals("title")
                        && !each.path("field").asText().equals("name"))
                .limit(1)
                .flatMap(each -> StreamSupport.stream(each.path("parts").spliterator(), false))
                .map(part -> new Piece(
                        part.path("text").asText(), part.path("matches").asBoolean()))
                .toList();
        return new Found(
                node.path("path").asText(),
                node.path("label").asText(),
                words.one(node.path("__typename").asText()),
                node.path("id").asText(),
                pieces);
    }

    /**
     * What the page shows.
     *
     * @param suggestions addresses of searches for similar words that do occur
     * @param next address of the next page, if there is one
     */
    record View(
            String text,
            long total,
            List<Found> found,
            List<Value.Link> suggestions,
            @Nullable String next) {}

    /** A node that was found; pieces are a stretch of its text in which words match. */
    record Found(String path, String label, String kind, String id, List<Piece> pieces) {}

    /** A piece of a text. */
    record Piece(String text, boolean matches) {}
}
