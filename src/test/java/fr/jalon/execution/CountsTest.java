package fr.jalon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.TestGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts by dimensions, held against the lists they count. */
class CountsTest {

    private static final String ACTIONS = """
            query ($by: [ActionDimension!]!, $filter: ActionFilter) {
              actionCounts(by: $by, filter: $filter) { keys { id } count }
              actions(filter: $filter) { totalCount facets(by: $by) { values { id count } } } }""";

    private static final String TOTAL = "query ($filter: ActionFilter) { actions(filter: $filter) { totalCount } }";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MINISTRY | {\"roadmap\": {\"ministry\": {\"id\": {\"eq\": \"%s\"}}}}",
                "ROADMAP  | {\"roadmap\": {\"id\": {\"eq\": \"%s\"}}}",
                "AXIS     | {\"axis\": {\"id\": {\"eq\": \"%s\"}}}",
                "THEME    | {\"about\": {\"some\": {\"id\": {\"eq\": \"%s\"}}}}",
                "DUE      | {\"due\": {\"id\": {\"eq\": \"%s\"}}}",
                "LEAD     | {\"leads\": {\"some\": {\"id\": {\"eq\": \"%s\"}}}}",
                "OBJECTIVE | {\"serves\": {\"some\": {\"id\": {\"eq\": \"%s\"}}}}",
            })
    void a_group_counts_what_a_filter_by_it_finds(String dimension, String filter) throws Exception {
        JsonNode data = ask(ACTIONS, Map.of("by", dimension));

        assertThat(data.path("actionCounts")).isNotEmpty();
        for (JsonNode group : data.path("actionCounts")) {
            JsonNode id = group.path("keys").path(0).path("id");
            if (!id.isNull()) {
                Object wanted = new com.fasterxml.jackson.databind.ObjectMapper()
                        .readValue(filter.formatted(id.asText()), Map.class);
                JsonNode found = ask(TOTAL, Map.of("filter", wanted)).path("actions");
                assertThat(group.path("count").asInt())
                        .as(id.asText())
                        .isEqualTo(found.path("totalCount").asInt());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"MINISTRY", "ROADMAP", "DUE", "YEAR", "SEMESTER", "QUARTER"})
    void groups_of_which_a_node_has_one_hold_every_node_once(String dimension) {
        JsonNode data = ask(ACTIONS, Map.of("by", dimension));

        assertThat(sum(data.path("actionCounts")))
                .isEqualTo(data.path("actions").path("totalCount").asInt());
    }

    @ParameterizedTest
    @CsvSource({"MINISTRY", "THEME", "LEAD", "YEAR", "OBJECTIVE"})
    void a_facet_says_what_the_counts_say_and_both_obey_the_filter(String dimension) {
        Map<String, Object> filter = Map.of("about", Map.of("some", Map.of("code", Map.of("eq", "api"))));
        JsonNode data = ask(ACTIONS, Map.of("by", dimension, "filter", filter));
        JsonNode values = data.path("actions").path("facets").path(0).path("values");

        assertThat(values).hasSameSizeAs(data.path("actionCounts"));
        assertThat(sum(values)).isEqualTo(sum(data.path("actionCounts")));
        assertThat(values.path(0).path("count").asInt())
                .isGreaterThanOrEqualTo(
                        values.path(values.size() - 1).path("count").asInt());
    }

    @ParameterizedTest
    @CsvSource({
        "KIND, DATASET, Jeux de données",
        "ACCESS, OPEN, Ouvert à tous",
        "STATE, ANNOUNCED, Annoncée",
    })
    void a_group_of_a_value_is_labelled_with_words(String dimension, String value, String words) {
        JsonNode data = ask("""
                query ($by: [ResourceDimension!]!) {
                  resourceCounts(by: $by) { keys { id label } }
                  resources { facets(by: $by) { values { id label } } } }""", Map.of("by", dimension));
        List<JsonNode> groups = new ArrayList<>();
        data.path("resourceCounts")
                .forEach(group -> groups.add(group.path("keys").path(0)));
        data.path("resources").path("facets").path(0).path("values").forEach(groups::add);

        assertThat(groups)
                .filteredOn(group -> group.path("id").asText().equals(value))
                .hasSize(2)
                .allMatch(group -> group.path("label").asText().equals(words));
        assertThat(groups)
                .allMatch(group ->
                        group.path("id").isNull() == group.path("label").isNull());
    }

    @Test
    void a_facet_of_a_nested_list_says_what_the_counts_of_its_owner_say() {
        JsonNode data = ask("""
                { roadmap(id: "roadmap/spm-2021") { actions { facets(by: [THEME]) { values { id label count } } } }
                  actions(filter: {roadmap: {id: {eq: "roadmap/spm-2021"}}}) { facets(by: [THEME]) { values { id label count } } } }""", Map.of());

        assertThat(data.path("roadmap").path("actions")).isEqualTo(data.path("actions"));
    }

    @Test
    void more_dimensions_than_one_answer_can_hold_are_refused_with_a_sentence() {
        Told told = Told.by(TestGraph.shared().answer("{ actionCounts(by: [THEME, THEME]) { count } }", Map.of()));

        assertThat(told.codes()).containsExactly("BAD_REQUEST");
        assertThat(told.messages()).containsExactly("Each dimension once; found [THEME, THEME].");
    }

    private static int sum(JsonNode groups) {
        int sum = 0;
        for (JsonNode group : groups) {
            sum += group.path("count").asInt();
        }
        return sum;
    }

    private static JsonNode ask(String query, Map<String, Object> variables) {
        JsonNode answer = TestGraph.shared().json(query, variables);
        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
        return answer.path("data");
    }
}
