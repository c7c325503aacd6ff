package fr.jalon.seed.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.fact.StoredChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people reported, as files: one of each year in the folder {@code changes}, with a line of JSON for each change, in
 * the order in which they came in (<a href="https://jsonlines.org/">JSON Lines</a>).
 */
public final class ChangeFiles {

    private static final String FOLDER = "changes";
    private static final String ENDING = ".jsonl";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ChangeFiles() {}

    /**
     * A line of a file.
     *
     * @param where file and number of the line, for messages
     * @param entry the change by name of what it says
     */
    record Line(String where, Map<String, @Nullable Object> entry) {}

    /** The texts of the files, one for each year in which changes came in, by their paths. */
    public static SortedMap<String, String> of(List<StoredChange> changes) {
        SortedMap<String, StringBuilder> texts = new TreeMap<>();
        for (StoredChange each : changes) {
            OffsetDateTime entered =
                    (OffsetDateTime) Objects.requireNonNull(each.properties().get(ChangeEntry.ENTERED_AT));
            String year =
                    String.valueOf(entered.withOffsetSameInstant(ZoneOffset.UTC).getYear());
            texts.computeIfAbsent(year, none -> new StringBuilder())
                    .append(written(ChangeEntry.of(each)))
                    .append('\n');
        }
        SortedMap<String, String> files = new TreeMap<>();
        texts.forEach((year, text) -> files.put(FOLDER + "/" + year + ENDING, text.toString()));
        return files;
    }

    static String written(Map<String, @Nullable Object> entry) {
        try {
            return JSON.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The lines of the files of a folder, in the order of the years; none where it has no such files.
     *
     * @throws ChangeFilesException where a line is no JSON object
     */
    static List<Line> read(Path seed) {
        Path folder = seed.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                String name = FOLDER + "/" + file.getFileName();
                List<String> texts = Files.readAllLines(file);
                for (int i = 0; i < texts.size(); i++) {
                    lines.add(line(name + ":" + (i + 1), texts.get(i)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private static Line line(String where, String text) {
        try {
            return new Line(
                    where, JSON.readValue(text, new TypeReference<LinkedHashMap<String, @Nullable Object>>() {}));
        } catch (JsonProcessingException e) {
            throw new ChangeFilesException(where, "the line is no JSON object; expected one change a line");
        }
    }

    /** A file of changes that cannot be what an export wrote, or does not fit the graph. */
    public static final class ChangeFilesException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ChangeFilesException(String where, String message) {
            super(where + ": " + message);
        }
    }
}
