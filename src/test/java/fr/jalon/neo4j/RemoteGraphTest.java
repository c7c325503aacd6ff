package fr.jalon.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.Impostor;
import fr.jalon.TestGraph;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
                .isThrownBy(() -> TestGraph.open(at(nowhere)))
                .withMessageStartingWith("The graph at bolt://127.0.0.1:%s does not answer", nowhere);
    }

    @Test
    void a_graph_that_went_away_is_unreachable_and_is_found_again(@TempDir Path other) {
        GraphHome.Embedded home = new GraphHome.Embedded(other, freePort());
        Graph passing = TestGraph.open(home);
        try (Graph graph = Graph.open(at(home.boltPort()), SETTINGS, StatementListener.silent())) {
            assertThat(graph.version()).isEqualTo(passing.version());
            passing.close();
            assertThat(graph.isReachable()).isFalse();
            assertThatExceptionOfType(GraphException.Unreachable.class)
                    .isThrownBy(() -> graph.read(tx -> tx.run(statement("RETURN 1"))));
            assertThatExceptionOfType(GraphException.Unreachable.class).isThrownBy(graph::version);

            try (Graph back = TestGraph.open(home)) {
                assertThat(graph.version()).isEqualTo(back.version());
                assertThat(back.isReachable()).isTrue();
                assertThat(graph.isReachable()).isTrue();
                assertThat(rows(graph, statement("RETURN 1"))).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_no_neo4j_is_told_within_seconds(Impostor impostor) throws IOException {
        try (Impostor.Listening listening = impostor.listen(0)) {
            long began = System.nanoTime();
            assertThatThrownBy(() -> TestGraph.open(at(listening.port())))
                    .isInstanceOfAny(GraphException.Unreachable.class, GraphException.NoNeo4j.class)
                    .hasMessageContaining("at bolt://127.0.0.1:" + listening.port());
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void a_read_is_given_up_when_the_graph_hangs_before_its_time_is_over() throws Exception {
        Duration minute = Duration.ofMinutes(1);
        try (Impostor.Relay relay = Impostor.relay(port);
                Graph graph = Graph.open(
                        at(relay.port()),
                        GraphSettings.defaults().withReadTimeout(minute),
                        StatementListener.silent())) {
            assertThat(rows(graph, statement("RETURN 1"))).hasSize(1);
            relay.hang();
            long began = System.nanoTime();
            assertThatExceptionOfType(GraphException.Unreachable.class)
                    .isThrownBy(() -> rows(graph, statement("RETURN 1")));
            assertThatExceptionOfType(GraphException.Unreachable.class).isThrownBy(graph::version);
            assertThat(graph.isReachable()).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
            relay.goOn();
            assertThat(rows(graph, statement("RETURN 1"))).hasSize(1);
            assertThat(graph.isReachable()).isTrue();
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
