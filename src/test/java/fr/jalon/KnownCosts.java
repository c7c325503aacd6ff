package fr.jalon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;

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
    private Map<String, StatementCost> beside(Map<String, StatementCost> costs) throws IOException {
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

    /**
     * A test for each statement, which fails where it finds its nodes otherwise than the file says.
     *
     * @param hits is given what a statement takes and what the file holds, and fails where they are too far apart
     */
    public List<DynamicTest> tests(Map<String, StatementCost> costs, BiConsumer<Long, Long> hits) throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        Map<String, StatementCost> known = beside(costs);
        assertThat(costs.keySet()).containsExactlyElementsOf(known.keySet());
        known.forEach((name, cost) -> tests.add(DynamicTest.dynamicTest(name, () -> {
            StatementCost now = Objects.requireNonNull(costs.get(name));
            assertThat(now.scans()).isEqualTo(cost.scans());
            hits.accept(now.hits(), cost.hits());
        })));
        return tests;
    }
}
