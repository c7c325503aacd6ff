package fr.jalon.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.jalon.TestGraph;
import fr.jalon.cypher.CypherStatement;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.monitoring.DatabaseHealth;

class EmbeddedGraphTest extends GraphContract {

    @TempDir
    static Path folder;

    @Override
    GraphHome home() {
        return new GraphHome.Embedded(folder);
    }

    @Test
    void a_graph_that_could_not_write_is_told_broken_by_everyone_who_asks(@TempDir Path other) throws Exception {
        try (Graph graph = TestGraph.open(new GraphHome.Embedded(other))) {
            graph.write(tx -> tx.run(statement("CREATE (:Thing)")));
            graph.version();
            assertThat(graph.isReachable()).isTrue();
            health(graph).panic(new IOException("No space left on device"));

            assertThat(graph.isReachable()).isFalse();
            for (ThrowingCallable asked : List.<ThrowingCallable>of(
                    graph::version,
                    () -> rows(graph, statement("RETURN 1")),
                    () -> graph.write(tx -> tx.run(statement("CREATE (:Thing)"))))) {
                assertThatExceptionOfType(GraphException.Broken.class)
                        .isThrownBy(asked)
                        .withMessageContaining(other.toString())
                        .withMessageContaining("disk has room");
            }
        }
    }

    /** What Neo4j itself tells of a failed write, which no test can bring about on every machine. */
    private static DatabaseHealth health(Graph graph) throws ReflectiveOperationException {
        Field server = Graph.class.getDeclaredField("server");
        server.setAccessible(true);
        Field health = EmbeddedServer.class.getDeclaredField("health");
        health.setAccessible(true);
        return (DatabaseHealth) health.get(server.get(graph));
    }

    @Test
    void a_second_server_on_the_folder_is_told_that_it_is_in_use() {
        assertThatExceptionOfType(GraphException.FolderLocked.class)
                .isThrownBy(() -> TestGraph.open(home()))
                .withMessageStartingWith("Another process uses the graph in " + folder);
    }

    @Test
    void a_taken_port_is_named(@TempDir Path other) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThatExceptionOfType(GraphException.PortTaken.class)
                    .isThrownBy(() -> TestGraph.open(new GraphHome.Embedded(other, port)))
                    .withMessageStartingWith("Port %s on 127.0.0.1 is taken", port);
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatExceptionOfType(GraphException.StartFailed.class)
                .isThrownBy(() -> TestGraph.open(new GraphHome.Embedded(file)))
                .withMessageStartingWith("The graph in " + file + " does not start");
    }

    @Test
    void what_was_written_is_there_when_it_opens_again(@TempDir Path other) {
        GraphHome home = new GraphHome.Embedded(other);
        try (Graph graph = TestGraph.open(home)) {
            graph.write(tx -> tx.run(statement("CREATE (:Thing {id: 'a'})")));
        }

        try (Graph graph = TestGraph.open(home)) {
            assertThat(rows(graph, statement("MATCH (n:Thing) RETURN n.id"))).containsExactly(new Object[] {"a"});
        }
    }

    @Test
    void a_damaged_graph_is_told_apart_by_its_cause(@TempDir Path other) throws IOException {
        TestGraph.open(new GraphHome.Embedded(other)).close();
        Files.write(other.resolve("data/databases/neo4j/neostore"), new byte[100]);

        assertThatExceptionOfType(GraphException.StartFailed.class)
                .isThrownBy(() -> TestGraph.open(new GraphHome.Embedded(other)))
                .havingCause();
    }

    @Test
    void a_closed_graph_says_so_and_may_be_closed_again(@TempDir Path other) {
        Graph graph = TestGraph.open(new GraphHome.Embedded(other));
        graph.close();
        graph.close();

        assertThat(graph.isReachable()).isFalse();
        assertThatExceptionOfType(GraphException.Closed.class).isThrownBy(() -> rows(graph, statement("RETURN 1")));
        assertThatExceptionOfType(GraphException.Closed.class).isThrownBy(graph::version);
    }

    @Test
    void who_asks_while_it_closes_is_answered_or_hears_that_it_is_closed(@TempDir Path other) {
        Graph graph = TestGraph.open(new GraphHome.Embedded(other));
        List<CompletableFuture<Throwable>> askers = Stream.<Runnable>of(
                        graph::version, () -> rows(graph, statement("RETURN 1")), graph::version)
                .map(question -> CompletableFuture.supplyAsync(() -> firstFailure(question)))
                .toList();

        graph.close();

        assertThat(askers).allSatisfy(asker -> assertThat(asker.join()).isInstanceOf(GraphException.Closed.class));
    }

    private static Throwable firstFailure(Runnable question) {
        while (true) {
            try {
                question.run();
            } catch (RuntimeException failure) {
                return failure;
            }
        }
    }

    @Test
    void its_files_are_kept_in_as_much_memory_as_it_is_given(@TempDir Path other) {
        CypherStatement size = statement("SHOW SETTINGS 'server.memory.pagecache.size' YIELD value");
        try (Graph graph = TestGraph.open(new GraphHome.Embedded(other, GraphHome.FREE_PORT, 1L << 20))) {
            assertThat(rows(graph, size)).containsExactly(new Object[] {"1.00MiB"});
        }
    }

    @Test
    void a_new_graph_takes_little_disk() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.mapToLong(file -> file.toFile().length()).sum()).isLessThan(32L << 20);
        }
    }
}
