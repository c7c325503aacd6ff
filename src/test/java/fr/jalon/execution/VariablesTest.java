package fr.jalon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.jalon.TestGraph;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs {@code execution/variables.yaml}. */
class VariablesTest {

    /** A row of the table. */
    record Case(String name, String query, List<Map<String, Object>> variables, int planned) {

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() throws IOException {
        try (InputStream table = VariablesTest.class.getResourceAsStream("/execution/variables.yaml")) {
            return new YAMLMapper().readValue(table, new TypeReference<>() {});
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void an_operation_that_is_kept_answers_other_variables_as_if_it_were_planned_for_them(Case each) {
        for (Map<String, Object> variables : each.variables()) {
            assertThat(answer(TestGraph.shared().answer(each.query(), variables)))
                    .as(variables.toString())
                    .isEqualTo(answer(unused().execute(TestGraph.request(each.query(), variables))));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void an_operation_is_planned_anew_only_where_it_has_to_know_a_variable(Case each) {
        String alone = "# asked by nobody else\n" + each.query();
        Set<String> texts = Collections.newSetFromMap(new IdentityHashMap<>());
        each.variables()
                .forEach(variables -> TestGraph.sharedOverBolt().observe(alone, variables).statements().stream()
                        .limit(1)
                        .forEach(statement -> texts.add(statement.text())));

        assertThat(texts).hasSize(each.planned());
    }

    /** An engine that keeps nothing yet. */
    private static GraphQlEngine unused() {
        return TestGraph.shared().engine(OperationLimits.STANDARD, TestGraph.PAGES);
    }

    private static String answer(GraphQlResponse response) {
        return String.valueOf(response.body());
    }
}
