package fr.jalon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.TestGraph;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What filters find on the graph of the project's seed. */
class FiltersTest {

    private static final Pattern SPACE = Pattern.compile(" ");

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/execution/filters.txt", delimiter = '|', quoteCharacter = '§')
    void a_filter_finds_these(String root, String filter, @Nullable String found) {
        List<String> expected =
                found == null ? List.of() : SPACE.splitAsStream(found).toList();
        String query = "{ %s(filter: %s, first: 200) { totalCount nodes { id } } }".formatted(root, filter);

        JsonNode answer = TestGraph.shared().json(query, Map.of());

        assertThat(answer.path("errors")).isEmpty();
        assertThat(answer.findValuesAsText("id").stream().map(id -> id.substring(id.indexOf('/') + 1)))
                .containsExactlyElementsOf(expected);
        assertThat(answer.findPath("totalCount").intValue()).isEqualTo(expected.size());
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/execution/nested-filters.txt", delimiter = '|', quoteCharacter = '§')
    void a_filter_within_a_node_finds_these_of_its_own(String query, @Nullable String found) {
        List<String> expected =
                found == null ? List.of() : SPACE.splitAsStream(found).toList();

        JsonNode answer = TestGraph.shared().json(query, Map.of());

        assertThat(answer.path("errors")).isEmpty();
        assertThat(answer.findValues("list").stream().flatMap(list -> list.findValuesAsText("id").stream()))
                .containsExactlyElementsOf(expected);
    }
}
