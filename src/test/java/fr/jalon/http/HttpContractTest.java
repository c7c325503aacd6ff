package fr.jalon.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.jalon.http.documents.DocumentSettings;
import fr.jalon.http.documents.Examples.Example;
import fr.jalon.http.documents.TrustedDocuments;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs {@code http/contract.yaml} against a server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpContractTest {

    private static final Example HELLO = new Example(
            "hello",
            "Dire bonjour",
            "Saluts",
            "query Hello($name: String!) { greet(name: $name) }\n",
            Map.of("name", "Ada"));

    private final HttpClient client = HttpClient.newHttpClient();
    private final TinyGraph graph = new TinyGraph();
    private final Map<Kind, WebServer> servers = new EnumMap<>(Kind.class);

    /** What a server answers. */
    enum Kind {
        OPEN,
        TRUSTED_ONLY,
        SHARED
    }

    /** A row of the table. */
    record Case(
            String name,
            @Nullable Kind server,
            @Nullable String method,
            @Nullable String path,
            @Nullable Map<String, String> headers,
            @Nullable String body,
            int bodyBytes,
            int status,
            @Nullable String type,
            @Nullable Map<String, String> answerHeaders,
            @Nullable List<String> noHeaders,
            @Nullable List<String> has,
            @Nullable List<String> hasNot,
            boolean change,
            @Nullable List<Case> then) {

        @Override
        public String toString() {
            return name;
        }

        /** This request again, as far as the step does not say otherwise, with the tag of its answer. */
        Case followedBy(Case step, String tag) {
            Map<String, String> all = new HashMap<>(given());
            all.putAll(step.given());
            all.replaceAll((name, value) -> value.replace("$tag", tag));
            return new Case(
                    name,
                    server,
                    Objects.requireNonNullElse(step.method, verb()),
                    Objects.requireNonNullElse(step.path, where()),
                    all,
                    step.body != null ? step.body : body,
                    bodyBytes,
                    step.status,
                    step.type,
                    step.answerHeaders,
                    step.noHeaders,
                    step.has,
                    step.hasNot,
                    step.change,
                    step.then);
        }

        HttpRequest request(WebServer server) {
            String content = bodyBytes > 0 ? queryOfSize(bodyBytes) : body;
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            server.address().resolve(where()))
                    .method(verb(), content == null ? BodyPublishers.noBody() : BodyPublishers.ofString(content));
            if (content != null && !given().containsKey("Content-Type")) {
                request.header("Content-Type", "application/json");
            }
            given().forEach((header, value) -> {
                if (!value.isEmpty()) {
                    request.header(header, value);
                }
            });
            return request.build();
        }

        /** Asks, and asks again for each step, with the tag of the answer; {@code change} changes the graph. */
        void check(HttpClient client, WebServer server, Runnable change) throws IOException, InterruptedException {
            if (change()) {
                change.run();
            }
            HttpResponse<String> answer = client.send(request(server), BodyHandlers.ofString());
            checkAnswer(answer);
            for (Case step : Objects.requireNonNullElse(then(), List.<Case>of())) {
                followedBy(step, answer.headers().firstValue("ETag").orElse("")).check(client, server, change);
            }
        }

        private void checkAnswer(HttpResponse<String> answer) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status());
            if (type() != null) {
                assertThat(answer.headers().firstValue("Content-Type")).hasValue(type());
            }
            Objects.requireNonNullElse(answerHeaders(), Map.<String, String>of())
                    .forEach((name, value) ->
                            assertThat(answer.headers().firstValue(name)).hasValue(value));
            Objects.requireNonNullElse(noHeaders(), List.<String>of())
                    .forEach(name ->
                            assertThat(answer.headers().firstValue(name)).isEmpty());
            Objects.requireNonNullElse(has(), List.<String>of())
                    .forEach(text -> assertThat(answer.body()).contains(text));
            Objects.requireNonNullElse(hasNot(), List.<String>of())
                    .forEach(text -> assertThat(answer.body()).doesNotContain(text));
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        }

        private String verb() {
            return method != null ? method : body != null || bodyBytes > 0 ? "POST" : "GET";
        }

        private String where() {
            return Objects.requireNonNullElse(path, "/graphql");
        }

        private Map<String, String> given() {
            return Objects.requireNonNullElse(headers, Map.of());
        }

        private static String queryOfSize(int bytes) {
            String frame = "{\"query\": \"{ greet } # \"}";
            return frame.replace("# ", "# " + "x".repeat(bytes - frame.length()));
        }
    }

    @BeforeAll
    void start() {
        TrustedDocuments trusted = TrustedDocuments.in(Path.of("src/test/resources/http/trusted"));
        for (Kind kind : Kind.values()) {
            WebSettings settings = WebSettings.defaults()
                    .withPort(0)
                    .withOrigins(kind == Kind.SHARED ? List.of("https://tableaux.example.fr") : List.of())
                    .withDocuments(new DocumentSettings(trusted, kind == Kind.TRUSTED_ONLY, 1 << 20));
            servers.put(
                    kind, TestServer.start(settings, graph, TinyGraph.CONTRACT, () -> Readiness.WARM, List.of(HELLO)));
        }
    }

    @AfterAll
    void stop() {
        servers.values().forEach(WebServer::close);
    }

    static List<Case> cases() throws IOException {
        try (InputStream table = HttpContractTest.class.getResourceAsStream("/http/contract.yaml")) {
            return new YAMLMapper().readValue(table, new TypeReference<>() {});
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_request_is_answered_as_the_contract_says(Case row) throws Exception {
        WebServer server = Objects.requireNonNull(servers.get(Objects.requireNonNullElse(row.server(), Kind.OPEN)));
        row.check(client, server, graph.version::incrementAndGet);
    }
}
