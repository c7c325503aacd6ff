package fr.jalon;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.OperationLimits;
import fr.jalon.http.WebServer;
import fr.jalon.http.WebSettings;
import fr.jalon.neo4j.GraphHome;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.seed.Seed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;

/** A dashboard that holds an answer and asks two web servers on one graph whether it still holds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeldAnswersTest {

    private static final String QUESTION = "/graphql?query="
            + URLEncoder.encode("query Themes { themes { nodes { id label } } }", StandardCharsets.UTF_8);
    private static final long ROOM = 1 << 20;

    @TempDir
    static Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger statements = new AtomicInteger();
    private Application embedding;
    private Application remote;
    private Driver byHand;
    private List<WebServer> servers;

    @BeforeAll
    void open() {
        int port = FreePort.any();
        URI address = URI.create("bolt://127.0.0.1:" + port);
        embedding = open(new GraphHome.Embedded(folder.resolve("graph"), port));
        embedding.load(seed("Interfaces"));
        remote = open(new GraphHome.Remote(address, "", ""));
        byHand = GraphDatabase.driver(address, AuthTokens.none());
        servers = List.of(serve(embedding), serve(remote));
    }

    @AfterAll
    void close() {
        servers.forEach(WebServer::close);
        byHand.close();
        remote.close();
        embedding.close();
    }

    /** Everyone who may change the graph. */
    enum Writer {
        LOAD_BY_THE_EMBEDDING_SERVER {
            @Override
            void write(HeldAnswersTest test, String label) {
                test.embedding.load(test.seed(label));
            }
        },
        LOAD_BY_ANOTHER_SERVER {
            @Override
            void write(HeldAnswersTest test, String label) {
                test.remote.load(test.seed(label));
            }
        },
        PERSON_WITH_A_BOLT_CLIENT {
            @Override
            void write(HeldAnswersTest test, String label) {
                try (Session session = test.byHand.session()) {
                    session.run("MATCH (t:Theme) SET t.label = $label", Map.of("label", label))
                            .consume();
                }
            }
        };

        abstract void write(HeldAnswersTest test, String label);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_held_holds_until_the_next_change_whoever_makes_it(Writer writer) throws Exception {
        for (String label : List.of("Un", "Deux", "Trois")) {
            List<String> held = List.of(tag(ask(servers.get(0), "")), tag(ask(servers.get(1), "")));
            writer.write(this, label + " " + writer);

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
        int before = statements.get();

        assertThat(ask(servers.get(1), held).statusCode()).isEqualTo(304);
        assertThat(ask(servers.get(0), held).statusCode()).isEqualTo(304);
        assertThat(statements).hasValue(before);
    }

    @Test
    void an_answer_by_other_limits_is_another_answer() throws Exception {
        String held = tag(ask(servers.get(0), ""));
        GraphQlEngine shallow =
                embedding.engine(TestGraph.CONTRACT, OperationLimits.STANDARD.withRows(1_000), TestGraph.PAGES);
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

    private Application open(GraphHome home) {
        return Application.open(home, GraphSettings.defaults(), (CypherStatement ran) -> statements.incrementAndGet());
    }

    private static WebServer serve(Application application) {
        return serve(application.keepingAnswers(
                application.engine(TestGraph.CONTRACT, OperationLimits.STANDARD, TestGraph.PAGES), ROOM));
    }

    private static WebServer serve(GraphQlEngine engine) {
        return WebServer.start(WebSettings.defaults().withPort(0), engine, "", () -> true, List.of());
    }

    private Seed seed(String label) {
        try {
            Path seed = Files.createDirectories(folder.resolve("seed"));
            Files.writeString(
                    seed.resolve("themes.yaml"),
                    "themes:\n  - id: theme/api\n    code: api\n    label: " + label + "\n");
            return Seed.of(seed, TestGraph.CONTRACT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
