package fr.jalon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.jalon.TestGraph;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs {@code execution/errors.yaml}. */
class ErrorsTest {

    /** A row of the table. */
    record Case(
            String name,
            String query,
            @Nullable Map<String, Object> variables,
            @Nullable String operation,
            @Nullable String code,
            List<String> messages) {

        GraphQlRequest request() {
            return new GraphQlRequest(
                    query, operation, Objects.requireNonNullElse(variables, Map.of()), Map.of(), false);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() throws IOException {
        try (InputStream table = ErrorsTest.class.getResourceAsStream("/execution/errors.yaml")) {
            return new YAMLMapper().readValue(table, new TypeReference<>() {});
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_request_that_cannot_be_answered_is_told_why(Case each) {
        GraphQlResponse response = TestGraph.shared()
                .engine(OperationLimits.STANDARD, TestGraph.PAGES)
                .execute(each.request());

        Told told = Told.by(response);
        assertThat(told.messages()).isEqualTo(each.messages());
        assertThat(told.codes()).containsOnly(each.code() == null ? "BAD_REQUEST" : each.code());
        assertThat(told.data()).isFalse();
        assertThat(response.outcome()).isEqualTo(GraphQlResponse.Outcome.REJECTED);
    }
}
