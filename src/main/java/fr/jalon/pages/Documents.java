package fr.jalon.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.execution.GraphQlRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The pages' own queries and what belongs to them: files of {@code src/main/resources/pages}. */
final class Documents {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final String FOLDER = "/pages/";
    private static final String ENDING = ".graphql";
    private static final Map<String, Optional<String>> TEXTS = new ConcurrentHashMap<>();

    private Documents() {}

    /** The query of that name, which must be one. */
    static String query(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("there is no query " + name));
    }

    /** The query of that name, if there is one. */
    static Optional<String> find(String name) {
        return TEXTS.computeIfAbsent(name + ENDING, Documents::text);
    }

    static GraphQlRequest request(String name, Map<String, Object> variables) {
        return new GraphQlRequest(query(name), null, variables, Map.of(), true);
    }

    /** What a JSON file of the folder says. */
    static <T> T read(String name, Class<T> type) {
        try {
            return JSON.readValue(file(name), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a file of the folder, which must be there. */
    static String file(String name) {
        return text(name).orElseThrow(() -> new IllegalStateException("there is no " + name));
    }

    /** Data of an answer as a record with a component for each result key. */
    static <T> T as(Class<T> type, JsonNode data) {
        try {
            return JSON.treeToValue(data, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> text(String name) {
        try (InputStream file = Documents.class.getResourceAsStream(FOLDER + name)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
