package fr.jalon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.TestGraph;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentCheckTest {

    private static final OperationLimits LIMITS = OperationLimits.STANDARD
            .with(Limit.TOKENS, 1_000)
            .with(Limit.DEPTH, 3)
            .with(Limit.FIELDS, 100)
            .with(Limit.ALIASES, 10)
            .with(Limit.DIRECTIVES, 10)
            .with(Limit.ROOT_FIELDS, 2)
            .with(Limit.ROWS, 1_000);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "query A($id: ID!) { action(id: $id) { title } } | -",
                "{ action(id: 7 }                                | 1:16: Found '}' at line 1, column 16; expected ')'.",
                "{ actions { nodes { titel } } }                 | 1:21: Field 'titel' in type 'Action' is undefined, did you mean \"title\"?",
                "query A($id: Nothing!) { action(id: $id) { id } } | Unknown type 'Nothing'",
                "{ actions { nodes { axis { title } } } }        | The operation is 4 levels deep; at most 3 are allowed",
                "{ summary(period: \"2022\") { title } }         | The operation has 6 root fields; at most 2 are allowed",
            })
    void a_document_is_checked_against_contract_and_limits(String document, String problem) {
        assertThat(new DocumentCheck(TestGraph.CONTRACT, LIMITS, TestGraph.PAGES, TestGraph.COMPUTED)
                        .problems(document, Map.of()))
                .satisfies(problems -> {
                    if (problem == null) {
                        assertThat(problems).isEmpty();
                    } else {
                        assertThat(problems).isNotEmpty();
                        assertThat(problems.get(0)).contains(problem);
                    }
                });
    }
}
