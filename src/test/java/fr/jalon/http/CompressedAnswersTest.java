package fr.jalon.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.execution.CacheRoom;
import fr.jalon.execution.GraphQlResponse;
import fr.jalon.execution.GraphQlResponse.Outcome;
import fr.jalon.execution.QueriedResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class CompressedAnswersTest {

    private static final Map<String, Object> BODY = Map.of("data", Map.of("text", "x".repeat(5000)));

    private final CompressedAnswers compressed = new CompressedAnswers(CacheRoom.COMPRESSED);

    @Test
    void an_answer_that_is_kept_is_compressed_once() throws IOException {
        GraphQlResponse answer = QueriedResponse.of(BODY);
        byte[] bytes = compressed.of(answer, answer::json);

        assertThat(compressed.of(answer, answer::json)).isSameAs(bytes);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes())
                .isEqualTo(answer.json());
    }

    @Test
    void an_answer_that_is_not_kept_is_compressed_each_time() {
        GraphQlResponse answer = GraphQlResponse.of(Outcome.EXECUTED, BODY);

        assertThat(compressed.of(answer, answer::json))
                .isEqualTo(compressed.of(answer, answer::json))
                .isNotSameAs(compressed.of(answer, answer::json));
    }

    @Test
    void a_page_is_made_of_an_answer_once_as_long_as_the_answer_is_kept() {
        GraphQlResponse answer = QueriedResponse.of(BODY);
        AtomicInteger pages = new AtomicInteger();
        Supplier<byte[]> page = () -> new byte[pages.incrementAndGet()];

        assertThat(compressed.kept(answer)).isEmpty();
        byte[] first = compressed.of(answer, page);

        assertThat(compressed.kept(answer)).containsSame(first);
        assertThat(compressed.of(answer, page)).isSameAs(first);
        assertThat(pages).hasValue(1);
        assertThat(compressed.of(QueriedResponse.of(BODY), page)).isNotEqualTo(first);
    }
}
