package fr.jalon.neo4j;

import static fr.jalon.neo4j.GraphContract.rows;
import static fr.jalon.neo4j.GraphContract.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fr.jalon.TestGraph;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/** One graph and three servers on it, the first of which embeds it, beside someone with a Bolt client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphVersionTest {

    private static final int WRITES = 100;

    @TempDir
    static Path folder;

    private Graph embedded;
    private Graph direct;
    private Graph routed;
    private Driver byHand;

    @BeforeAll
    void open() {
        int port = RemoteGraphTest.freePort();
        embedded = TestGraph.open(new GraphHome.Embedded(folder, port));
        direct = Graph.open(at("bolt", port), GraphContract.SETTINGS, StatementListener.silent());
        routed = Graph.open(at("neo4j", port), GraphContract.SETTINGS, StatementListener.silent());
        byHand = RenewableDriver.remote(at("bolt", port), GraphSettings.defaults())
                .get();
        hand("CREATE (:Counter {id: 0, n: 0}), (:Counter {id: 1, n: 0})");
    }

    @AfterAll
    void close() {
        byHand.close();
        routed.close();
        direct.close();
        embedded.close();
    }

    /** Everyone who may change the graph. */
    enum Writer {
        EMBEDDING_SERVER {
            @Override
            void write(GraphVersionTest test, String text) {
                test.embedded.write(tx -> tx.run(statement(text)));
            }
        },
        SERVER_BY_BOLT {
            @Override
            void write(GraphVersionTest test, String text) {
                test.direct.write(tx -> tx.run(statement(text)));
            }
        },
        SERVER_BY_ROUTING {
            @Override
            void write(GraphVersionTest test, String text) {
                test.routed.write(tx -> tx.run(statement(text)));
            }
        },
        PERSON_WITH_A_BOLT_CLIENT {
            @Override
            void write(GraphVersionTest test, String text) {
                test.hand(text);
            }
        };

        abstract void write(GraphVersionTest test, String text);
    }

    @ParameterizedTest
    @EnumSource
    void a_change_replaces_the_version_for_every_server(Writer writer) {
        String before = common();
        writer.write(this, "CREATE (:Thing {name: 'a'})");
        String created = common();
        writer.write(this, "MATCH (n:Thing) SET n.name = 'b'");
        String changed = common();
        writer.write(this, "MATCH (n:Thing) DELETE n");

        assertThat(Stream.of(before, created, changed, common())).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void a_new_index_replaces_the_version_for_every_server(Writer writer) {
        String before = common();
        writer.write(this, "CREATE INDEX by_%s FOR (n:Thing) ON (n.%s)".formatted(writer, writer));

        assertThat(common()).isNotEqualTo(before);
    }

    @Test
    void the_version_stays_while_nothing_is_committed() {
        // A name that is new to the graph is a commit of its own, whatever becomes of its transaction.
        hand("CREATE (n:Thing {name: 'a'}) DELETE n");
        String before = common();
        rows(embedded, statement("MATCH (n) RETURN count(n)"));
        hand("MATCH (n:Thing) SET n.name = 'b'");
        assertThatIllegalStateException()
                .isThrownBy(() -> direct.write(tx -> {
                    tx.run(statement("CREATE (:Thing)"));
                    throw new IllegalStateException("half way");
                }));

        assertThat(common()).isEqualTo(before);
    }

    @Test
    void the_version_outlives_the_server(@TempDir Path other) {
        String before;
        try (Graph graph = TestGraph.open(new GraphHome.Embedded(other))) {
            graph.write(tx -> tx.run(statement("CREATE (:Thing)")));
            before = graph.version();
        }
        try (Graph graph = TestGraph.open(new GraphHome.Embedded(other))) {
            assertThat(graph.version()).isEqualTo(before);
        }
    }

    @Test
    void another_graph_has_another_version(@TempDir Path one, @TempDir Path two) {
        try (Graph first = TestGraph.open(new GraphHome.Embedded(one));
                Graph second = TestGraph.open(new GraphHome.Embedded(two))) {
            assertThat(first.version()).isNotEqualTo(second.version());
        }
    }

    @Test
    void what_is_kept_under_a_version_holds_every_change_acknowledged_before_it_is_told_again() throws Exception {
        AtomicLongArray acknowledged = new AtomicLongArray(2);
        List<CompletableFuture<Void>> writers = List.of(
                CompletableFuture.runAsync(() -> count(0, acknowledged)),
                CompletableFuture.runAsync(() -> count(1, acknowledged)));
        CompletableFuture<Void> written = CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new));
        Map<String, long[]> kept = new ConcurrentHashMap<>();
        List<CompletableFuture<Void>> readers = Stream.of(embedded, direct, direct, routed)
                .map(graph -> CompletableFuture.runAsync(
                        () -> keep(graph, kept, acknowledged, written), task -> new Thread(task).start()))
                .toList();

        written.get(60, TimeUnit.SECONDS);
        for (CompletableFuture<Void> reader : readers) {
            reader.get(60, TimeUnit.SECONDS);
        }
    }

    private void count(int id, AtomicLongArray acknowledged) {
        for (int i = 1; i <= WRITES; i++) {
            hand("MATCH (c:Counter {id: %s}) SET c.n = %s".formatted(id, i));
            acknowledged.set(id, i);
        }
    }

    private static void keep(
            Graph graph, Map<String, long[]> kept, AtomicLongArray acknowledged, CompletableFuture<Void> written) {
        while (!written.isDone()) {
            long[] before = {acknowledged.get(0), acknowledged.get(1)};
            long[] found = kept.computeIfAbsent(graph.version(), version -> counters(graph));
            assertThat(found[0]).isGreaterThanOrEqualTo(before[0]);
            assertThat(found[1]).isGreaterThanOrEqualTo(before[1]);
        }
    }

    private static long[] counters(Graph graph) {
        return rows(graph, statement("MATCH (c:Counter) RETURN c.n ORDER BY c.id")).stream()
                .mapToLong(row -> (Long) Objects.requireNonNull(row[0]))
                .toArray();
    }

    private String common() {
        List<String> versions = Arrays.asList(routed.version(), embedded.version(), direct.version());
        assertThat(versions).containsOnly(versions.get(0));
        return versions.get(0);
    }

    private void hand(String text) {
        try (Session session = byHand.session()) {
            session.run(text).consume();
        }
    }

    private static GraphHome.Remote at(String scheme, int port) {
        return new GraphHome.Remote(URI.create("%s://127.0.0.1:%s".formatted(scheme, port)), "", "");
    }
}
