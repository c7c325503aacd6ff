package fr.jalon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.TestGraph;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A graph three times as large as the real one, with four times its resources. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphGeneratorTest {

    private static final int SIZE = 3;

    @TempDir
    static Path folder;

    private TestGraph graph;

    @BeforeAll
    void generate() {
        int actions = count(TestGraph.shared(), "actions");
        int resources = count(TestGraph.shared(), "resources");
        GraphGenerator.generate(folder.resolve("graph"), SIZE * actions, (SIZE + 1) * resources);
        graph = TestGraph.in(folder.resolve("graph"));
    }

    @AfterAll
    void close() {
        graph.close();
    }

    @Test
    void there_are_as_many_actions_and_resources_as_asked_for() {
        assertThat(count(graph, "actions")).isEqualTo(SIZE * count(TestGraph.shared(), "actions"));
        assertThat(count(graph, "resources")).isGreaterThan(SIZE * count(TestGraph.shared(), "resources"));
    }

    @Test
    void there_are_no_more_themes_ministries_and_periods() {
        for (String shared : new String[] {"themes", "ministries", "periods", "documents"}) {
            assertThat(count(graph, shared)).as(shared).isEqualTo(count(TestGraph.shared(), shared));
        }
    }

    @Test
    void a_copy_is_told_like_its_original() {
        JsonNode copy = graph.json("""
                { action(id: "action/00001-mtfp-a13") {
                    code title due { label } roadmap { id ministry { acronym } } citations { id document { id } } } }""", Map.of());
        assertThat(copy.at("/data/action/code").textValue()).isEqualTo("A13");
        assertThat(copy.at("/data/action/due/label").textValue()).isNotNull();
        assertThat(copy.at("/data/action/roadmap/id").textValue()).isEqualTo("roadmap/00001-mtfp-2021");
        assertThat(copy.at("/data/action/citations/0/document/id").textValue()).startsWith("document/");
    }

    @Test
    void copies_are_found_by_their_words_without_accents() {
        int originals = matches(TestGraph.shared());
        assertThat(originals).isPositive();
        assertThat(matches(graph)).isEqualTo(SIZE * originals);
    }

    private static int matches(TestGraph graph) {
        return graph.json("{ actions(filter: { title: { contains: \"donnees\" } }) { totalCount } }", Map.of())
                .at("/data/actions/totalCount")
                .intValue();
    }

    private static int count(TestGraph graph, String field) {
        return graph.json("{ %s(first: 0) { totalCount } }".formatted(field), Map.of())
                .at("/data/" + field + "/totalCount")
                .intValue();
    }
}
