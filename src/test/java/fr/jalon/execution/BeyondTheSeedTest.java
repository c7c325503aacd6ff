package fr.jalon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.TestGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the project's own seed has no case of: mandates that followed each other, and chains that lead back.
 *
 * <p>Every action refers to every other, and every body is part of every other: what followed each trail instead of
 * each node would not come to an end within the time a read has.
 */
class BeyondTheSeedTest {

    private static final Path RESOURCES = Path.of("src/test/resources");

    private static final int SIZE = 14;

    private static final List<String> ACTIONS = numbered("action/spm-a%02d");
    private static final List<String> BODIES = numbered("organization/o%02d");

    private static TestGraph graph;

    @BeforeAll
    static void open(@TempDir Path folder, @TempDir Path seed) throws IOException {
        Files.copy(RESOURCES.resolve("seed/base/plan.yaml"), seed.resolve("plan.yaml"));
        Files.copy(RESOURCES.resolve("execution/succession.yaml"), seed.resolve("succession.yaml"));
        Files.writeString(seed.resolve("cycles.yaml"), "document: document/plan-2021\n" + actions() + bodies());
        graph = TestGraph.in(folder, seed);
    }

    @AfterAll
    static void close() {
        graph.close();
    }

    @Test
    void a_successor_leaves_its_predecessor_and_its_dates_as_they_were() {
        JsonNode answer = ask("""
                { ministry(id: "ministry/spm") {
                    amdac { since replaces { until replacedBy { id } holder { name } } }
                    mandates { id until } }
                  then: mandates(filter: {
                    organizations: { some: { id: { eq: "ministry/spm" } } }
                    or: [{ since: { lte: "2022-06-30" } }, { since: { exists: false } }]
                    and: [{ or: [{ until: { gte: "2022-06-30" } }, { until: { exists: false } }] }] }) {
                      nodes { holder { name } } } }""");

        assertThat(answer.findPath("amdac").toString()).isEqualTo("""
                {"since":"2023-09-01","replaces":{"until":"2023-08-31",\
                "replacedBy":{"id":"mandate/amdac-spm-2023"},"holder":{"name":"A. First"}}}""");
        assertThat(ids(answer.findPath("mandates")))
                .containsExactly("mandate/amdac-spm-2021", "mandate/amdac-spm-2023");
        assertThat(answer.findPath("then").findValuesAsText("name")).containsExactly("A. First");
    }

    @Test
    void every_action_of_a_cycle_is_reached_once_the_first_among_them() {
        JsonNode answer = ask("""
                { action(id: "action/spm-a01") { refersToTransitive { id } referredToByTransitive { id } } }""");

        assertThat(ids(answer.findPath("refersToTransitive"))).isEqualTo(ACTIONS);
        assertThat(ids(answer.findPath("referredToByTransitive"))).isEqualTo(ACTIONS);
    }

    @Test
    void a_filter_through_a_cycle_ends_even_where_it_finds_nothing() {
        JsonNode answer = ask("""
                { found: actions(filter: { refersToTransitive: { some: { code: { eq: "A03" } } } }) { nodes { id } }
                  counted: actions(filter: { refersToTransitive: { count: { eq: 14 } } }) { nodes { id } }
                  all: actions(filter: { refersToTransitive: { every: { title: { eq: "Agir" } } } }) { nodes { id } }
                  none: actions(filter: { refersToTransitive: { some: { code: { eq: "B" } } } }) { nodes { id } }
                  roadmaps: actions(filter: { refersToRoadmaps: { some: {} } }) { nodes { id } } }""");

        assertThat(ids(answer.findPath("found"))).isEqualTo(ACTIONS);
        assertThat(ids(answer.findPath("counted"))).isEqualTo(ACTIONS);
        assertThat(ids(answer.findPath("all"))).isEqualTo(ACTIONS);
        assertThat(ids(answer.findPath("none"))).isEmpty();
        assertThat(ids(answer.findPath("roadmaps"))).isEmpty();
    }

    @Test
    void every_part_of_a_body_is_reached_once() {
        JsonNode answer = ask("""
                { organization(id: "organization/o01") { partsTransitive { id } partOfTransitive { id } } }""");

        assertThat(ids(answer.findPath("partsTransitive"))).isEqualTo(BODIES);
        assertThat(ids(answer.findPath("partOfTransitive"))).isEqualTo(BODIES);
    }

    private static JsonNode ask(String query) {
        JsonNode answer = graph.json(query, Map.of());
        assertThat(answer.path("errors")).isEmpty();
        return answer;
    }

    private static List<String> ids(JsonNode nodes) {
        return nodes.findValuesAsText("id");
    }

    private static String actions() {
        return "actions:\n" + ACTIONS.stream().map(BeyondTheSeedTest::action).collect(Collectors.joining());
    }

    private static String action(String id) {
        String references = others(ACTIONS, id).stream()
                .map("      - {raw: voir, to: %s, at: 2}\n"::formatted)
                .collect(Collectors.joining());
        return """
                  - id: %s
                    code: %s
                    title: Agir
                    roadmap: roadmap/spm-2021
                    references:
                %s    at: 2
                """.formatted(id, id.replace("action/spm-a", "A"), references);
    }

    private static String bodies() {
        return "organizations:\n"
                + BODIES.stream()
                        .map(id -> "  - {id: %s, name: Service, kind: SERVICE, partOf: %s, at: 3}\n"
                                .formatted(id, others(BODIES, id)))
                        .collect(Collectors.joining());
    }

    private static List<String> others(List<String> ids, String id) {
        return ids.stream().filter(other -> !other.equals(id)).toList();
    }

    private static List<String> numbered(String pattern) {
        return IntStream.rangeClosed(1, SIZE)
                .mapToObj(i -> String.format(Locale.ROOT, pattern, i))
                .toList();
    }
}
