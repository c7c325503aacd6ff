package fr.jalon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.TestGraph;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** In which order lists come from the graph of the project's seed. */
class OrdersTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/execution/orders.txt", delimiter = '|', quoteCharacter = '§')
    void a_list_comes_in_this_order(String root, String arguments, String ids) {
        String query = "{ %s(%s) { nodes { id } } }".formatted(root, arguments);

        JsonNode answer = TestGraph.shared().json(query, Map.of());

        assertThat(answer.path("errors")).isEmpty();
        assertThat(answer.findValuesAsText("id").stream().map(id -> id.substring(id.indexOf('/') + 1)))
                .containsExactlyElementsOf(List.of(ids.split(" ")));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/execution/orders.txt", delimiter = '|', quoteCharacter = '§')
    void pages_of_two_put_together_come_in_this_order(String root, String arguments, String ids) {
        Listing listing = new Listing("{ %s }", root, arguments.replaceAll(", (first|last): \\d+", ""));

        List<String> found = arguments.contains("last: ") ? listing.backwards(2) : listing.forwards(2);

        List<String> bare =
                found.stream().map(id -> id.substring(id.indexOf('/') + 1)).toList();
        if (arguments.contains("last: ")) {
            assertThat(bare).endsWith(ids.split(" "));
        } else {
            assertThat(bare).startsWith(ids.split(" "));
        }
    }
}
