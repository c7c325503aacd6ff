package fr.jalon.command;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.TestGraph;
import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.execution.JalonEngine;
import fr.jalon.execution.OperationLimits;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.GraphSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** When a server counts as warm. */
class WarmupTest {

    private static final List<GraphQlRequest> SOME = List.of(
            TestGraph.request("{ themes { totalCount } }", Map.of()),
            TestGraph.request("{ apis { totalCount } }", Map.of()));

    private final CountDownLatch warm = new CountDownLatch(1);

    @Test
    void it_is_warm_once_everything_likely_was_asked_for_which_it_waits_while_others_ask() throws Exception {
        AtomicBoolean busy = new AtomicBoolean(true);
        GraphQlEngine engine = TestGraph.shared().engine(OperationLimits.STANDARD, TestGraph.PAGES);

        new Warmup(engine, busy::get).begin(SOME, warm::countDown);

        assertThat(warm.await(2, TimeUnit.SECONDS)).isFalse();
        busy.set(false);
        assertThat(warm.await(2, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void it_stays_cold_where_the_graph_went_away() throws Exception {
        Graph graph = TestGraph.shared().connect(GraphSettings.defaults());
        graph.close();
        GraphQlEngine engine = new JalonEngine(
                TestGraph.CONTRACT, graph, OperationLimits.STANDARD, TestGraph.PAGES, TestGraph.COMPUTED);

        new Warmup(engine, () -> false).begin(SOME, warm::countDown).join();

        assertThat(warm.getCount()).isEqualTo(1);
    }
}
