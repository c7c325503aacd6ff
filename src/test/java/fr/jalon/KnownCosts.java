package fr.jalon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A file with what statements cost; {@code -Djalon.rewrite=true} writes it anew.
 *
 * @param file lines of a statement's name, its database hits and the labels that it scans
 */
public record KnownCosts(Path file) {

    private static final String HEAD = """
            # document and statement | database hits | how nodes are found without an index
            """;

    /** The costs the file holds, once they are those where it is to be written. */
    public Map<String, StatementCost> beside(Map<String, StatementCost> costs) throws IOException {
        if (Boolean.getBoolean("jalon.rewrite")) {
            Files.writeString(
                    file,
                    costs.entrySet().stream()
                            .map(each -> "%s | %s\n".formatted(each.getKey(), each.getValue()))
                            .collect(Collectors.joining("", HEAD, "")));
        }
        Map<String, StatementCost> known = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.startsWith("#")) {
                String[] parts = line.split(" ?\\| ?", -1);
                known.put(parts[0], StatementCost.parse(parts[1], parts[2]));
            }
        }
        return known;
    }
}
