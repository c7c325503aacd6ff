package fr.jalon.command;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.TestGraph;
import fr.jalon.execution.GraphQlEngine;
import fr.jalon.http.Gate;
import fr.jalon.http.Readiness;
import fr.jalon.http.TestServer;
import fr.jalon.http.WebServer;
import fr.jalon.http.WebSettings;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two servers on one graph, both keeping answers, and someone with a Bolt client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptAnswersTest {

    private static final String QUESTION = "{ themes { totalCount nodes { label } } }";

    @TempDir
    static Path folder;

    private SharedGraph graph;
    private List<GraphQlEngine> engines;

    @BeforeAll
    void open() {
        graph = new SharedGraph(folder);
        engines = List.of(SharedGraph.keepingAnswers(graph.embedding()), SharedGraph.keepingAnswers(graph.remote()));
    }

    @AfterAll
    void close() {
        graph.close();
    }

    @Test
    void a_question_asked_again_costs_no_statement() {
        labels();
        int before = graph.statements();

        assertThat(labels()).isEqualTo(labels());
        assertThat(graph.statements()).isEqualTo(before);
    }

    @Test
    void a_kept_answer_is_sent_also_while_the_server_takes_on_no_operation() throws Exception {
        GraphQlEngine engine = engines.get(0);
        answer(engine, QUESTION, Map.of());
        Gate.Settings none = new Gate.Settings(0, OptionalInt.of(1), 0, Duration.ZERO);
        WebSettings settings = WebSettings.defaults().withPort(0).withLoad(none);
        try (WebServer server = TestServer.start(settings, engine, "", () -> Readiness.WARM, List.of())) {
            assertThat(status(server, QUESTION)).isEqualTo(200);
            assertThat(status(server, "{ themes { totalCount } }")).isEqualTo(503);
        }
    }

    @Test
    void a_question_with_other_variables_is_another_question() {
        String question = "query ($id: ID!) { theme(id: $id) { label } }";

        assertThat(answer(engines.get(0), question, Map.of("id", "theme/api")))
                .isNotEqualTo(answer(engines.get(0), question, Map.of("id", "theme/none")));
    }

    @Test
    void an_answer_with_errors_is_not_kept() {
        String refused = "{ themes(first: 1, last: 1) { totalCount } }";

        assertThat(engines.get(0).execute(TestGraph.request(refused, Map.of())).isRepeatable())
                .isFalse();
    }

    @Test
    void without_room_every_question_is_asked_anew() {
        GraphQlEngine engine = SharedGraph.keepingAnswers(graph.embedding(), 0);
        answer(engine, QUESTION, Map.of());
        int before = graph.statements();
        answer(engine, QUESTION, Map.of());

        assertThat(graph.statements()).isGreaterThan(before);
    }

    @ParameterizedTest
    @EnumSource
    void a_change_is_seen_by_the_next_request_of_every_server(SharedGraph.Writer writer) {
        for (String label : List.of("Un", "Deux", "Trois", "Un")) {
            graph.write(writer, label);

            assertThat(labels()).allSatisfy(answer -> assertThat(answer).contains("label=" + label + "}"));
        }
    }

    private List<String> labels() {
        return Stream.concat(engines.stream(), engines.stream())
                .map(engine -> answer(engine, QUESTION, Map.of()))
                .toList();
    }

    private static int status(WebServer server, String question) throws IOException, InterruptedException {
        URI address = server.address().resolve("/graphql?query=" + URLEncoder.encode(question, StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(address).build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private static String answer(GraphQlEngine engine, String question, Map<String, Object> variables) {
        return engine.execute(TestGraph.request(question, variables)).body().toString();
    }
}
