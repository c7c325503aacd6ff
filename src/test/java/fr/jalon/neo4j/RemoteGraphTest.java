package fr.jalon.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteGraphTest extends GraphContract {

    @TempDir
    static Path folder;

    private final int port = freePort();
    private Graph server;

    @BeforeAll
    @Override
    void open() {
        server = Graph.open(new GraphHome.Embedded(folder, port), SETTINGS, StatementListener.silent());
        super.open();
    }

    @Override
    GraphHome home() {
        return at(port);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void an_address_where_nothing_answers_is_named() {
        int nowhere = freePort();

        assertThatExceptionOfType(GraphException.Unreachable.class)
                .isThrownBy(() -> Graph.open(at(nowhere)))
                .withMessageStartingWith("The graph at bolt://127.0.0.1:%s does not answer", nowhere);
    }

    @Test
    void a_graph_that_went_away_is_unreachable_and_is_found_again(@TempDir Path other) {
        GraphHome.Embedded home = new GraphHome.Embedded(other, freePort());
        Graph passing = Graph.open(home);
        try (Graph graph = Graph.open(at(home.boltPort()), SETTINGS, StatementListener.silent())) {
            assertThat(graph.version()).isEqualTo(passing.version());
            passing.close();
            assertThat(graph.isReachable()).isFalse();
            assertThatExceptionOfType(GraphException.Unreachable.class)
                    .isThrownBy(() -> graph.read(tx -> tx.run(statement("RETURN 1"))));
            assertThatExceptionOfType(GraphException.Unreachable.class).isThrownBy(graph::version);

            try (Graph back = Graph.open(home)) {
                assertThat(graph.version()).isEqualTo(back.version());
                assertThat(back.isReachable()).isTrue();
                assertThat(graph.isReachable()).isTrue();
                assertThat(rows(graph, statement("RETURN 1"))).hasSize(1);
            }
        }
    }

    @Test
    void a_graph_whose_connections_are_all_in_use_is_busy() {
        Duration second = Duration.ofSeconds(1);
        GraphSettings one = new GraphSettings(second, second, second, 1, second, TRANSACTION_MEMORY);
        try (Graph graph = Graph.open(at(port), one, StatementListener.silent())) {
            assertThatExceptionOfType(GraphException.Busy.class)
                    .isThrownBy(() -> graph.read(tx -> rows(graph, statement("RETURN 1"))))
                    .withMessageContaining("1000 ms");
        }
    }

    @Test
    void limits_that_leave_no_room_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GraphSettings.defaults().withTransactionMemory(1));
    }

    @Test
    void its_password_is_never_shown() {
        assertThat(new GraphHome.Remote(URI.create("neo4j://host"), "reader", "s3cret"))
                .asString()
                .contains("neo4j://host", "reader")
                .doesNotContain("s3cret");
    }

    @Test
    void an_address_with_a_password_in_it_is_refused_without_showing_it() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GraphHome.Remote(URI.create("bolt://reader:s3cret@host"), "", ""))
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("s3cret"));
    }

    @Test
    void an_address_of_another_kind_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GraphHome.Remote(URI.create("http://host:7474"), "", ""))
                .withMessageContaining("neo4j://host:7687");
    }

    private static GraphHome at(int port) {
        return new GraphHome.Remote(URI.create("bolt://127.0.0.1:" + port), "", "");
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
