package fr.jalon.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.execution.GraphQlResponse;
import fr.jalon.execution.GraphQlResponse.Outcome;
import fr.jalon.execution.QueriedResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class CompressedAnswersTest {

    private static final Map<String, Object> BODY = Map.of("data", Map.of("text", "x".repeat(5000)));

    private final GraphQlEndpoint.CompressedAnswers compressed = new GraphQlEndpoint.CompressedAnswers();

    @Test
    void an_answer_that_is_kept_is_compressed_once() throws IOException {
        GraphQlResponse answer = QueriedResponse.of(BODY);
        byte[] bytes = compressed.of(answer);

        assertThat(compressed.of(answer)).isSameAs(bytes);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes())
                .isEqualTo(answer.json());
    }

    @Test
    void an_answer_that_is_not_kept_is_compressed_each_time() {
        GraphQlResponse answer = GraphQlResponse.of(Outcome.EXECUTED, BODY);

        assertThat(compressed.of(answer)).isEqualTo(compressed.of(answer)).isNotSameAs(compressed.of(answer));
    }
}
