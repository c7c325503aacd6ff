package fr.jalon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.TestGraph;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a search finds on the graph of the project's seed, and in which order. */
class SearchTest {

    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Pattern BETWEEN_TEXTS = Pattern.compile("; ");

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/execution/searches.txt", delimiter = '|', quoteCharacter = '§')
    void a_search_finds_these_in_this_order(String arguments, @Nullable String found) {
        assertThat(ids("search(%s) { nodes { id } }".formatted(arguments))).isEqualTo(parts(SPACE, found));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/execution/suggestions.txt", delimiter = '|', quoteCharacter = '§')
    void a_word_that_occurs_nowhere_is_replaced_by_near_ones(String text, @Nullable String suggested) {
        JsonNode answer = ask("query ($text: String!) { search(text: $text) { suggestions } }", Map.of("text", text));

        assertThat(answer.findPath("suggestions"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(parts(BETWEEN_TEXTS, suggested));
    }

    @ParameterizedTest
    @ValueSource(strings = {"échéances", "ECHEANCES", "l’échéances", "d'échéances !", "les échéances"})
    void case_accents_elisions_and_empty_words_do_not_matter(String text) {
        String query = "search(text: \"%s\", first: 1000) { nodes { id } }";

        assertThat(ids(query.formatted(text))).hasSizeGreaterThan(10).isEqualTo(ids(query.formatted("echeances")));
    }

    @Test
    void the_count_is_that_of_all_pages() {
        JsonNode search = ask(
                        "{ search(text: \"api ouverture\", types: [Action, Dataset, Api], first: 1000) { totalCount nodes { __typename } } }",
                        Map.of())
                .findPath("search");

        assertThat(search.path("nodes")).hasSize(search.path("totalCount").asInt());
        assertThat(search.path("nodes").findValuesAsText("__typename"))
                .contains("Action", "Api")
                .isSubsetOf("Action", "Dataset", "Api");
    }

    @Test
    void every_node_is_found_by_a_word_that_a_highlight_shows_in_a_field_of_it() {
        JsonNode edges = ask(
                        "{ search(text: \"donn\", first: 1000) { edges { highlights { field parts { text matches } } } } }",
                        Map.of())
                .findPath("edges");

        assertThat(edges).hasSizeGreaterThan(100).allSatisfy(edge -> {
            assertThat(edge.path("highlights")).hasSizeBetween(1, 5);
            assertThat(edge.path("highlights"))
                    .allSatisfy(highlight ->
                            assertThat(highlight.findValuesAsText("matches")).contains("true"));
        });
    }

    @Test
    void a_filter_finds_what_a_search_for_each_of_its_words_finds_and_joins_with_others() {
        String search = "search(text: \"%s\", types: [Action], first: 1000) { nodes { id } }";
        List<String> both = ids(search.formatted("donnees")).stream()
                .filter(ids(search.formatted("api"))::contains)
                .sorted()
                .toList();
        List<String> due = ids("actions(filter: { due: { within: \"2022\" } }, first: 1000) { nodes { id } }");

        assertThat(both).isNotEmpty();
        assertThat(ids("actions(filter: { search: \"Données, API\" }, first: 1000) { nodes { id } }"))
                .isEqualTo(both);
        assertThat(ids("actions(filter: { search: \"api donnée\", due: { within: \"2022\" } }) { nodes { id } }"))
                .isEqualTo(both.stream().filter(due::contains).toList());
    }

    @Test
    void what_a_filter_finds_is_counted_as_it_is_listed() {
        JsonNode actions = ask(
                        "{ actions(filter: { search: \"donnée\" }, first: 1000) { totalCount nodes { id } facets(by: [ROADMAP]) { values { count } } } }",
                        Map.of())
                .findPath("actions");

        assertThat(actions.path("nodes"))
                .isNotEmpty()
                .hasSize(actions.path("totalCount").asInt());
        assertThat(actions.findValues("count").stream()
                        .mapToInt(JsonNode::asInt)
                        .sum())
                .isEqualTo(actions.path("totalCount").asInt());
    }

    private static List<String> ids(String field) {
        return ask("{ " + field + " }", Map.of()).findValuesAsText("id");
    }

    private static JsonNode ask(String query, Map<String, Object> variables) {
        JsonNode answer = TestGraph.shared().json(query, variables);
        assertThat(answer.path("errors")).isEmpty();
        return answer;
    }

    private static List<String> parts(Pattern between, @Nullable String text) {
        return text == null ? List.of() : between.splitAsStream(text).toList();
    }
}
