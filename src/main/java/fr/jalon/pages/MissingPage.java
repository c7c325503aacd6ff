package fr.jalon.pages;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.execution.GraphQlRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** What is shown where there is no page: the pages whose names come nearest to the address. */
final class MissingPage implements Page {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONGEST = 100;

    private final Address address;

    MissingPage(Address address) {
        this.address = address;
    }

    /** What the address says behind the kind of node. */
    private String words() {
        String path = address.path();
        String slug = path.substring(path.indexOf('/') + 1);
        String words = NO_WORD.matcher(slug).replaceAll(" ").strip();
        return words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    }

    @Override
    public GraphQlRequest request() {
        return Documents.request("missing", Map.of("text", words()));
    }

    @Override
    public Shown show(JsonNode data, Frame frame) {
        List<Value.Link> near = StreamSupport.stream(
                        data.path("search").path("nodes").spliterator(), false)
                .map(Values::link)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return new Shown.Html(
                404,
                Templates.html(
                        "missing", Map.of("frame", frame, "path", address.path(), "words", words(), "near", near)));
    }
}
