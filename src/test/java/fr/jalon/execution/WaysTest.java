package fr.jalon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.TestGraph;
import fr.jalon.schema.GraphType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ways between nodes and what lies around them. */
class WaysTest {

    @Test
    void every_kind_of_node_may_be_named() {
        assertThat(TestGraph.CONTRACT.dictionary().values("NodeKind").keySet())
                .containsExactlyInAnyOrderElementsOf(TestGraph.CONTRACT.types().stream()
                        .filter(type -> !type.isAbstract())
                        .map(GraphType::name)
                        .toList());
    }

    @Test
    void a_way_tells_its_nodes_and_what_joins_them() {
        JsonNode ways = ask("""
                { paths(from: "ministry/spm", to: "action/spm-a05", kinds: [Roadmap]) { length nodes { id } steps { relationship forward } } }""", "paths");

        assertThat(ways.findValuesAsText("length")).containsExactly("2", "2");
        ways.forEach(way -> assertThat(ids(way.path("nodes")))
                .containsExactly("ministry/spm", "roadmap/spm-2021", "action/spm-a05"));
        assertThat(ways.findValuesAsText("relationship"))
                .containsExactly("COVERS", "PLANNED_IN", "ISSUED_BY", "PLANNED_IN");
        assertThat(ways.findValuesAsText("forward")).containsOnly("false");
    }

    @Test
    void ways_all_have_the_same_length_and_come_in_one_order() {
        JsonNode ways = ask(
                "{ paths(from: \"action/spm-a05\", to: \"action/mtfp-a13\", first: 100) { length nodes { id } } }",
                "paths");
        List<List<String>> found = new ArrayList<>();
        ways.forEach(way -> found.add(ids(way.path("nodes"))));

        assertThat(ways.findValuesAsText("length"))
                .isNotEmpty()
                .containsOnly(ways.path(0).path("length").asText());
        assertThat(found.stream().map(Object::toString).toList()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_way_passes_through_no_other_kind_of_node() {
        JsonNode ways = ask("""
                { paths(from: "action/spm-a05", to: "action/mtfp-a13", kinds: [Roadmap, Ministry, Theme, Action]) {
                    nodes { __typename } } }""", "paths");

        assertThat(ways.findValuesAsText("__typename"))
                .isNotEmpty()
                .isSubsetOf("Roadmap", "Ministry", "Theme", "Action");
    }

    @Test
    void neighbours_are_the_nearest_first_and_each_once() {
        JsonNode found = ask(
                "{ neighbours(id: \"roadmap/spm-2021\", depth: 2, first: 500) { distance node { id } } }",
                "neighbours");

        assertThat(found.findValuesAsText("distance")).isSorted().contains("1", "2");
        assertThat(found.findValuesAsText("id"))
                .doesNotHaveDuplicates()
                .doesNotContain("roadmap/spm-2021")
                .contains("action/spm-a05", "ministry/spm");
    }

    @Test
    void neighbours_of_a_theme_are_the_actions_about_it() {
        JsonNode found = ask("""
                { neighbours(id: "theme/api", kinds: [Action], first: 500) { node { id } }
                  theme(id: "theme/api") { actions(first: 500) { nodes { id } } } }""", "");

        assertThat(found.path("neighbours").findValuesAsText("id"))
                .isNotEmpty()
                .isEqualTo(found.path("theme").findValuesAsText("id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "paths(from: \"theme/none\", to: \"theme/api\")",
                "paths(from: \"theme/api\", to: \"theme/api\")",
                "paths(from: \"ministry/spm\", to: \"action/spm-a05\", maxLength: 1)",
            })
    void there_may_be_no_way(String field) {
        assertThat(ask("{ ways: " + field + " { length } }", "ways")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "paths(from: \"a\", to: \"b\", maxLength: 11) { length }  | The argument maxLength goes from 1 to 10; found 11.",
                "neighbours(id: \"a\", depth: 0) { distance }             | The argument depth goes from 1 to 4; found 0.",
                "neighbours(id: \"a\", first: 5000) { distance }          | The argument first goes from 1 to 1000; found 5000.",
            })
    void bounds_are_told(String field, String message) {
        Told told = Told.by(TestGraph.shared().answer("{ " + field + " }", Map.of()));

        assertThat(told.codes()).containsExactly("BAD_REQUEST");
        assertThat(told.messages()).containsExactly(message);
    }

    private static JsonNode ask(String query, String field) {
        JsonNode answer = TestGraph.shared().json(query, Map.of());
        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
        return field.isEmpty() ? answer.path("data") : answer.path("data").path(field);
    }

    private static List<String> ids(JsonNode nodes) {
        return nodes.findValuesAsText("id");
    }
}
