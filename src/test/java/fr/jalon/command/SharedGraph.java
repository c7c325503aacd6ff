package fr.jalon.command;

import fr.jalon.FreePort;
import fr.jalon.TestGraph;
import fr.jalon.cypher.CypherStatement;
import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.OperationLimits;
import fr.jalon.neo4j.GraphHome;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.seed.Seed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Session;

/** A graph with one theme that an application embeds, another reaches over Bolt, and so does someone with a Bolt client. */
final class SharedGraph implements AutoCloseable {

    /** No test is to fail because the machine has other work. */
    private static final GraphSettings PATIENT = GraphSettings.defaults().withConnectionTimeout(Duration.ofMinutes(1));

    private static final long ROOM = 1 << 20;

    private final AtomicInteger statements = new AtomicInteger();
    private final Path folder;
    private final OpenGraph embedding;
    private final OpenGraph remote;
    private final Driver byHand;

    SharedGraph(Path folder) {
        int port = FreePort.any();
        URI address = URI.create("bolt://127.0.0.1:" + port);
        this.folder = folder;
        this.embedding = open(new GraphHome.Embedded(folder.resolve("graph"), port));
        embedding.load(seed("Interfaces"));
        this.remote = open(new GraphHome.Remote(address, "", ""));
        this.byHand = GraphDatabase.driver(address, AuthTokens.none());
    }

    /** Everyone who may change the graph. */
    enum Writer {
        LOAD_BY_THE_EMBEDDING_SERVER,
        LOAD_BY_ANOTHER_SERVER,
        PERSON_WITH_A_BOLT_CLIENT
    }

    /** Gives the theme another label. */
    void write(Writer writer, String label) {
        switch (writer) {
            case LOAD_BY_THE_EMBEDDING_SERVER -> embedding.load(seed(label));
            case LOAD_BY_ANOTHER_SERVER -> remote.load(seed(label));
            case PERSON_WITH_A_BOLT_CLIENT -> {
                try (Session session = byHand.session()) {
                    session.run("MATCH (t:Theme) SET t.label = $label", Map.of("label", label))
                            .consume();
                }
            }
        }
    }

    OpenGraph embedding() {
        return embedding;
    }

    OpenGraph remote() {
        return remote;
    }

    /** How many statements both applications ran so far. */
    int statements() {
        return statements.get();
    }

    static GraphQlEngine keepingAnswers(OpenGraph application) {
        return keepingAnswers(application, ROOM);
    }

    static GraphQlEngine keepingAnswers(OpenGraph application, long bytes) {
        return application.keepingAnswers(
                application.engine(TestGraph.CONTRACT, OperationLimits.STANDARD, TestGraph.PAGES, TestGraph.COMPUTED),
                bytes);
    }

    @Override
    public void close() {
        byHand.close();
        remote.close();
        embedding.close();
    }

    private OpenGraph open(GraphHome home) {
        return OpenGraph.open(home, PATIENT, (CypherStatement ran) -> statements.incrementAndGet());
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
