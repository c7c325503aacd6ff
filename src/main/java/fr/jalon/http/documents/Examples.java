package fr.jalon.http.documents;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the examples: {@code *.graphql} files whose first line is {@code # Titre: ...} and whose second may be
 * {@code # Groupe: ...}, each with its values in a {@code *.variables.json} beside it when it takes any.
 */
public final class Examples {

    private static final String FOLDER = "/examples";
    private static final String ENDING = ".graphql";
    private static final String TITLE = "# Titre:";
    private static final String GROUP = "# Groupe:";

    /** The group of examples that name none. */
    static final String OTHERS = "Autres";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Examples() {}

    /**
     * The examples that ship with the server, in the order of their names; none when it ships without.
     *
     * @throws IllegalStateException if a file has no title or its variables are not a JSON object
     */
    public static List<Example> shipped() {
        URL folder = Examples.class.getResource(FOLDER);
        if (folder == null) {
            return List.of();
        }
        try {
            return at(folder.toURI());
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("The examples at " + folder + " cannot be read", e);
        }
    }

    /** The examples in a folder on disk or in a jar. */
    static List<Example> at(URI folder) throws IOException {
        if (!"jar".equals(folder.getScheme())) {
            return in(Path.of(folder));
        }
        try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
            return in(jar.getPath(FOLDER));
        }
    }

    private static List<Example> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .map(Examples::read)
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Example read(Path file) {
        try {
            String name = file.getFileName().toString();
            String bare = name.substring(0, name.length() - ENDING.length());
            List<String> lines = text(file).lines().toList();
            String title = headed(lines, 0, TITLE);
            String group = headed(lines, 1, GROUP);
            String query = lines.stream()
                    .skip(group == null ? 1 : 2)
                    .collect(Collectors.joining("\n"))
                    .strip();
            if (title == null || query.isEmpty()) {
                throw new IllegalStateException("%s:1: found \"%s\", expected \"%s ...\" and a query below it"
                        .formatted(file, lines.isEmpty() ? "" : lines.get(0), TITLE));
            }
            Map<String, Object> variables = variables(file.resolveSibling(bare + ".variables.json"));
            return new Example(bare, title, group == null || group.isEmpty() ? OTHERS : group, query + "\n", variables);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a line says behind that mark; null where it has none. */
    private static @Nullable String headed(List<String> lines, int index, String mark) {
        return index < lines.size() && lines.get(index).startsWith(mark)
                ? lines.get(index).substring(mark.length()).strip()
                : null;
    }

    /** What a file holds; a byte order mark is no part of it. */
    static String text(Path file) throws IOException {
        String text = Files.readString(file);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The values beside a document, none where there is no such file. */
    static Map<String, Object> variables(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            return JSON.readValue(text(file), new TypeReference<>() {});
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(
                    "%s: expected a JSON object: %s".formatted(file, e.getOriginalMessage()), e);
        }
    }

    /**
     * A query that shows what the graph can be asked.
     *
     * @param name the name of its file, without the ending
     * @param title what it asks, in French
     * @param group what kind of question that is, in French
     * @param query the document
     * @param variables the values to run it with
     */
    public record Example(String name, String title, String group, String query, Map<String, Object> variables) {}
}
