package fr.jalon;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.OperationLimits;
import fr.jalon.neo4j.GraphHome;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.seed.Seed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;

/** Two servers on one graph, both keeping answers, and someone with a Bolt client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptAnswersTest {

    private static final String QUESTION = "{ themes { totalCount nodes { label } } }";
    private static final long ROOM = 1 << 20;

    @TempDir
    static Path folder;

    private final AtomicInteger statements = new AtomicInteger();
    private Application embedding;
    private Application remote;
    private Driver byHand;
    private List<GraphQlEngine> engines;

    @BeforeAll
    void open() throws IOException {
        int port = FreePort.any();
        URI address = URI.create("bolt://127.0.0.1:" + port);
        embedding = open(new GraphHome.Embedded(folder.resolve("graph"), port));
        embedding.load(seed("Interfaces"));
        remote = open(new GraphHome.Remote(address, "", ""));
        byHand = GraphDatabase.driver(address, AuthTokens.none());
        engines = List.of(keeping(embedding, ROOM), keeping(remote, ROOM));
    }

    @AfterAll
    void close() {
        byHand.close();
        remote.close();
        embedding.close();
    }

    @Test
    void a_question_asked_again_costs_no_statement() {
        labels();
        int before = statements.get();

        assertThat(labels()).isEqualTo(labels());
        assertThat(statements).hasValue(before);
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
        GraphQlEngine engine = keeping(embedding, 0);
        answer(engine, QUESTION, Map.of());
        int before = statements.get();
        answer(engine, QUESTION, Map.of());

        assertThat(statements).hasValueGreaterThan(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a load", "a load by the other server", "a Bolt client"})
    void a_change_is_seen_by_the_next_request_of_every_server(String writer) throws IOException {
        for (String label : List.of("Un", "Deux", "Trois", "Un")) {
            write(writer, label);

            assertThat(labels()).allSatisfy(answer -> assertThat(answer).contains("label=" + label + "}"));
        }
    }

    private void write(String writer, String label) throws IOException {
        switch (writer) {
            case "a load" -> embedding.load(seed(label));
            case "a load by the other server" -> remote.load(seed(label));
            default -> {
                try (Session session = byHand.session()) {
                    session.run("MATCH (t:Theme) SET t.label = $label", Map.of("label", label))
                            .consume();
                }
            }
        }
    }

    private Application open(GraphHome home) {
        return Application.open(home, GraphSettings.defaults(), (CypherStatement ran) -> statements.incrementAndGet());
    }

    private static GraphQlEngine keeping(Application application, long bytes) {
        return application.keepingAnswers(
                application.engine(TestGraph.CONTRACT, OperationLimits.STANDARD, TestGraph.PAGES), bytes);
    }

    private List<String> labels() {
        return Stream.concat(engines.stream(), engines.stream())
                .map(engine -> answer(engine, QUESTION, Map.of()))
                .toList();
    }

    private static String answer(GraphQlEngine engine, String question, Map<String, Object> variables) {
        return engine.execute(TestGraph.request(question, variables)).body().toString();
    }

    private static Seed seed(String label) throws IOException {
        Path seed = Files.createDirectories(folder.resolve("seed"));
        Files.writeString(
                seed.resolve("themes.yaml"), "themes:\n  - id: theme/api\n    code: api\n    label: " + label + "\n");
        return Seed.of(seed, TestGraph.CONTRACT);
    }
}
