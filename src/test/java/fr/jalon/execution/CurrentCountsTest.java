package fr.jalon.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import fr.jalon.TestGraph;
import fr.jalon.cost.GraphCounts;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.GraphSettings;
import org.junit.jupiter.api.Test;

class CurrentCountsTest {

    @Test
    void what_the_graph_keeps_is_what_it_counts() {
        try (Graph graph = TestGraph.shared().connect(GraphSettings.defaults())) {
            CurrentCounts counts = new CurrentCounts(graph, TestGraph.CONTRACT);

            GraphCounts counted = counts.counted();

            assertThat(counted).extracting("relationships").asInstanceOf(MAP).hasSizeGreaterThan(10);
            assertThat(counts.kept())
                    .usingRecursiveComparison()
                    .ignoringFields("fanOuts")
                    .isEqualTo(counted);
        }
    }
}
