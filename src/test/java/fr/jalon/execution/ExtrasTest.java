package fr.jalon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.TestGraph;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an analyst is told beside the data, who asks for it. */
class ExtrasTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUERY =
            "query ($code: String!) { actions(filter: { code: { eq: $code } }) { totalCount nodes { title } } }";

    private final GraphQlEngine open =
            TestGraph.shared().engine(OperationLimits.STANDARD.withExplain(true), TestGraph.PAGES);
    private final GraphQlEngine closed = TestGraph.shared().engine(OperationLimits.STANDARD, TestGraph.PAGES);

    @Test
    void the_cost_is_told_with_its_limit() {
        JsonNode answer = answer(closed, Map.of("cost", true));

        assertThat(answer.path("extensions").path("cost"))
                .isEqualTo(JSON.valueToTree(Map.of("estimate", 51, "limit", 100_000)));
        assertThat(answer.has("data")).isTrue();
    }

    @Test
    void the_cost_is_told_before_anything_is_read_to_whom_that_is_enough() {
        GraphQlRequest request =
                new GraphQlRequest("{ themes { nodes { label } } }", null, Map.of(), Map.of("estimate", true), false);
        JsonNode answer = JSON.valueToTree(closed.execute(request).body());

        assertThat(answer.path("data")).isEmpty();
        assertThat(answer.path("errors").isMissingNode()).isTrue();
        assertThat(answer.at("/extensions/cost/estimate").intValue()).isPositive();
    }

    @Test
    void nothing_is_told_that_was_not_asked_for() {
        assertThat(answer(open, Map.of("cost", false, "tracing", true)).has("extensions"))
                .isFalse();
    }

    @Test
    void the_statements_are_told_with_their_parameters_and_how_the_graph_means_to_run_them() {
        JsonNode told = answer(open, Map.of("explain", true)).path("extensions").path("explain");

        assertThat(told).hasSize(1);
        assertThat(told.get(0).path("field").textValue()).isEqualTo("actions");
        assertThat(told.findValuesAsText("reads")).containsExactly("matches", "rows");
        JsonNode rows = told.get(0).path("statements").get(0);
        assertThat(rows.path("cypher").textValue()).startsWith("MATCH").doesNotContain("none");
        assertThat(rows.path("parameters")).contains(JSON.valueToTree("none"));
        assertThat(rows.path("plan").path("operator").textValue()).isEqualTo("ProduceResults");
    }

    @Test
    void a_server_that_may_not_tell_says_who_may_allow_it() {
        Told told = Told.by(closed.execute(request(Map.of("explain", true))));

        assertThat(told)
                .isEqualTo(new Told(
                        List.of("BAD_REQUEST"),
                        List.of("This server tells no statements; whoever runs it may allow it by --explain."),
                        false));
    }

    @Test
    void what_is_neither_asked_for_nor_not_is_refused() {
        Told told = Told.by(open.execute(request(Map.of("cost", "yes"))));

        assertThat(told.messages()).containsExactly("The extension \"cost\" of the request is either true or false.");
    }

    private static GraphQlRequest request(Map<String, Object> extensions) {
        return new GraphQlRequest(QUERY, null, Map.of("code", "none"), extensions, false);
    }

    private static JsonNode answer(GraphQlEngine engine, Map<String, Object> extensions) {
        return JSON.valueToTree(engine.execute(request(extensions)).body());
    }
}
