package fr.jalon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.TestGraph;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestCheckTest {

    private final RequestCheck check =
            new RequestCheck(TestGraph.CONTRACT, OperationLimits.STANDARD, TestGraph.PAGES, TestGraph.COMPUTED);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ themes",
                "no document",
                "{ themes { nodes { labl } } }",
                "query($n: Int!) { themes(first: $n) { totalCount } }",
                "query($n: NoType) { themes(first: $n) { totalCount } }",
                "query A { themes { totalCount } } query B { themes { totalCount } }",
                "{ themes(first: 1001) { totalCount } }",
                "{ themes(after: \"nowhere\") { nodes { id } } }",
                "{ period(label: \"5e trimestre\") { id } }",
                "{ summary(period: \"5e trimestre\") { markdown } }",
                "mutation { themes { totalCount } }"
            })
    void what_an_engine_refuses_is_refused_in_the_same_words_without_a_graph(String document) {
        GraphQlRequest request = TestGraph.request(document, Map.of());
        GraphQlResponse answer = TestGraph.shared().answer(document, Map.of());
        assertThat(answer.outcome()).isEqualTo(GraphQlResponse.Outcome.REJECTED);

        assertThat(check.refusal(request))
                .hasValueSatisfying(refusal -> assertThat(refusal.body()).isEqualTo(answer.body()));
    }

    @Test
    void what_the_graph_has_to_answer_is_not_refused() {
        assertThat(check.refusal(TestGraph.request("{ themes { totalCount } __typename }", Map.of())))
                .isEmpty();
    }
}
