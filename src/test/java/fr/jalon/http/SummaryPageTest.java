package fr.jalon.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.jalon.TestGraph;
import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.GraphQlResponse;
import fr.jalon.execution.OperationLimits;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs {@code http/summary.yaml} against a server on the project's graph. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SummaryPageTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable WebServer server;

    @BeforeAll
    void start() {
        server = serve(TestGraph.shared().engine(OperationLimits.STANDARD, TestGraph.PAGES));
    }

    @AfterAll
    void stop() {
        Objects.requireNonNull(server).close();
    }

    static List<HttpContractTest.Case> cases() throws IOException {
        try (InputStream table = SummaryPageTest.class.getResourceAsStream("/http/summary.yaml")) {
            return new YAMLMapper().readValue(table, new TypeReference<>() {});
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_summary_is_served_as_the_table_says(HttpContractTest.Case row) throws Exception {
        row.check(client, Objects.requireNonNull(server), () -> {});
    }

    @Test
    void a_graph_that_does_not_answer_is_told_in_french() throws Exception {
        try (WebServer away = serve(request -> GraphQlResponse.unavailable("The graph is away."))) {
            requireExcuse(away);
        }
    }

    @Test
    void a_server_that_takes_on_no_more_says_so_in_french() throws Exception {
        Gate.Settings none = new Gate.Settings(0, OptionalInt.empty(), 0, Duration.ZERO);
        WebSettings settings = WebSettings.defaults().withPort(0).withLoad(none);
        try (WebServer busy = serve(settings, TestGraph.shared().engine(OperationLimits.STANDARD, TestGraph.PAGES))) {
            requireExcuse(busy);
        }
    }

    private void requireExcuse(WebServer of) throws IOException, InterruptedException {
        URI page = of.address().resolve("/summary?period=2022");
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.body())
                .contains("<h1>Pas de synthèse\u00a0: le serveur ne peut pas répondre pour le moment</h1>");
    }

    private static WebServer serve(GraphQlEngine engine) {
        return serve(WebSettings.defaults().withPort(0), engine);
    }

    private static WebServer serve(WebSettings settings, GraphQlEngine engine) {
        return TestServer.start(settings, engine, "", () -> Readiness.WARM, List.of());
    }
}
