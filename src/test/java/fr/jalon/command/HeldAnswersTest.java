package fr.jalon.command;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.TestGraph;
import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.Limit;
import fr.jalon.execution.OperationLimits;
import fr.jalon.http.Readiness;
import fr.jalon.http.TestServer;
import fr.jalon.http.WebServer;
import fr.jalon.http.WebSettings;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A dashboard that holds an answer and asks two web servers on one graph whether it still holds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeldAnswersTest {

    private static final String QUESTION = "/graphql?query="
            + URLEncoder.encode("query Themes { themes { nodes { id label } } }", StandardCharsets.UTF_8);

    @TempDir
    static Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private SharedGraph graph;
    private List<WebServer> servers;

    @BeforeAll
    void open() {
        graph = new SharedGraph(folder);
        servers = List.of(serve(graph.embedding()), serve(graph.remote()));
    }

    @AfterAll
    void close() {
        servers.forEach(WebServer::close);
        graph.close();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_held_holds_until_the_next_change_whoever_makes_it(SharedGraph.Writer writer) throws Exception {
        for (String label : List.of("Un", "Deux", "Trois")) {
            List<String> held = List.of(tag(ask(servers.get(0), "")), tag(ask(servers.get(1), "")));
            graph.write(writer, label + " " + writer);

            for (WebServer server : servers) {
                HttpResponse<String> changed = ask(server, String.join(", ", held));
                assertThat(changed.statusCode()).isEqualTo(200);
                assertThat(changed.body()).contains("\"label\":\"" + label + " " + writer + "\"");
                assertThat(ask(server, tag(changed)).statusCode()).isEqualTo(304);
            }
        }
    }

    @Test
    void an_answer_from_one_server_is_known_to_the_other_and_costs_no_statement() throws Exception {
        String held = tag(ask(servers.get(0), ""));
        int before = graph.statements();

        assertThat(ask(servers.get(1), held).statusCode()).isEqualTo(304);
        assertThat(ask(servers.get(0), held).statusCode()).isEqualTo(304);
        assertThat(graph.statements()).isEqualTo(before);
    }

    @Test
    void an_answer_by_other_limits_is_another_answer() throws Exception {
        String held = tag(ask(servers.get(0), ""));
        GraphQlEngine shallow = graph.embedding()
                .engine(
                        TestGraph.CONTRACT,
                        OperationLimits.STANDARD.with(Limit.ROWS, 1_000),
                        TestGraph.PAGES,
                        TestGraph.COMPUTED);
        try (WebServer other = serve(shallow)) {
            assertThat(ask(other, held).statusCode()).isEqualTo(200);
        }
    }

    private HttpResponse<String> ask(WebServer server, String held) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve(QUESTION));
        if (!held.isEmpty()) {
            request.header("If-None-Match", held);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static WebServer serve(OpenGraph application) {
        return serve(SharedGraph.keepingAnswers(application));
    }

    private static WebServer serve(GraphQlEngine engine) {
        return TestServer.start(WebSettings.defaults().withPort(0), engine, "", () -> Readiness.WARM, List.of());
    }
}
