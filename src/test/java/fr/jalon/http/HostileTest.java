package fr.jalon.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs {@code http/hostile.yaml} against a server with the limits it has unless it is told others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ORDINARY = "{\"query\":\"{ theme(id: \\\"theme/api\\\") { code } }\"}";
    private static final int LONGEST_REFUSAL = 5_000;

    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable WebServer server;

    /** A row of the table. */
    record Case(
            String name,
            @Nullable JsonNode query,
            @Nullable JsonNode variables,
            @Nullable JsonNode body,
            @Nullable String code,
            @Nullable String message,
            @Nullable String data,
            boolean answered) {

        String content() throws IOException {
            if (body != null) {
                return text(body);
            }
            String values = variables == null ? "{}" : text(variables);
            return "{\"query\":%s,\"variables\":%s}".formatted(JSON.writeValueAsString(text(query)), values);
        }

        /** Pieces one after another; each is a text, or one that is repeated with its number in place of {@code %d}. */
        private static String text(@Nullable JsonNode pieces) {
            return pieces == null || pieces.isTextual()
                    ? pieces == null ? "" : pieces.textValue()
                    : StreamSupport.stream(pieces.spliterator(), false)
                            .map(Case::piece)
                            .collect(Collectors.joining());
        }

        private static String piece(JsonNode piece) {
            return piece.isTextual()
                    ? piece.textValue()
                    : IntStream.range(0, piece.path("times").intValue())
                            .mapToObj(i -> piece.path("repeat").textValue().replace("%d", String.valueOf(i)))
                            .collect(Collectors.joining());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    void start() {
        server = TestServer.overTheGraph();
    }

    @AfterAll
    void stop() {
        Objects.requireNonNull(server).close();
    }

    static List<Case> cases() throws IOException {
        try (InputStream table = HostileTest.class.getResourceAsStream("/http/hostile.yaml")) {
            return new YAMLMapper().readValue(table, new TypeReference<>() {});
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_hostile_request_is_refused_or_answered_and_the_next_one_is_answered(Case row) throws Exception {
        JsonNode answer = JSON.readTree(sent(row.content()));

        if (row.answered()) {
            assertThat(answer.path("errors")).isEmpty();
            assertThat(answer.path("data").isObject()).isTrue();
        } else if (row.data() == null) {
            JsonNode first = answer.path("errors").path(0);
            assertThat(first.path("extensions").path("code").textValue()).isEqualTo(row.code());
            assertThat(first.path("message").textValue()).isEqualTo(row.message());
            assertThat(answer.has("data")).isFalse();
            assertThat(answer.toString()).hasSizeLessThan(LONGEST_REFUSAL);
        } else {
            assertThat(answer).isEqualTo(JSON.readTree("{\"data\":" + row.data() + "}"));
        }
        assertThat(sent(ORDINARY)).isEqualTo("{\"data\":{\"theme\":{\"code\":\"api\"}}}");
    }

    private String sent(String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        Objects.requireNonNull(server).address().resolve("/graphql"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        return answer.body();
    }
}
