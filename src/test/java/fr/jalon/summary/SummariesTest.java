package fr.jalon.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.TestGraph;
import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.execution.GraphQlResponse;
import fr.jalon.execution.JalonEngine;
import fr.jalon.execution.Limit;
import fr.jalon.execution.OperationLimits;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.plan.PageLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummariesTest {

    private static final Graph GRAPH = TestGraph.shared().connect(GraphSettings.defaults());
    private static final GraphQlEngine ENGINE =
            new JalonEngine(TestGraph.CONTRACT, GRAPH, OperationLimits.STANDARD, TestGraph.PAGES, TestGraph.COMPUTED);

    @AfterAll
    static void close() {
        GRAPH.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"S1 2022, s1-2022.md", "S2 2031, s2-2031.md"})
    void a_period_is_summed_up_to_the_letter(String period, String file) throws IOException {
        ExpectedText.named(file).check(text(period, SummaryFormat.MARKDOWN));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"S1 2022", "2021", "S2 2031", "en continu"})
    void a_page_is_well_formed_and_loads_nothing(String period) throws Exception {
        String page = text(period, SummaryFormat.HTML);

        assertThat(Markup.of(page).getDocumentElement().getAttribute("lang")).isEqualTo("fr");
        assertThat(page).doesNotContain("<script", "<link", "<img", "@import", "url(");
    }

    @Test
    void a_graph_that_does_not_answer_gives_one_clear_message() {
        GraphQlEngine away = request -> GraphQlResponse.unavailable("The graph is away.");

        assertThatThrownBy(() -> Summaries.bytes(away, "S1 2022", SummaryFormat.HTML))
                .isInstanceOf(SummaryException.class)
                .hasMessage("no summary could be made: The graph is away.");
    }

    @Test
    void a_client_that_sends_the_servers_own_document_has_the_limits_of_a_client() {
        GraphQlRequest own = Summaries.request("2022");
        GraphQlRequest clients = new GraphQlRequest(own.query(), null, own.variables(), Map.of(), true);
        GraphQlEngine strict = new JalonEngine(
                TestGraph.CONTRACT,
                GRAPH,
                OperationLimits.STANDARD.with(Limit.ROWS, 10),
                new PageLimits(5, 10),
                TestGraph.COMPUTED);

        assertThat(strict.execute(own).codes()).isEmpty();
        assertThat(strict.execute(clients).codes()).containsExactly("TOO_COSTLY");
    }

    private static String text(String period, SummaryFormat format) {
        return new String(Summaries.bytes(ENGINE, period, format), StandardCharsets.UTF_8);
    }
}
