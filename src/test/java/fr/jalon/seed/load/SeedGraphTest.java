package fr.jalon.seed.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.jalon.fact.StatedNode;
import fr.jalon.seed.InvalidSeedException;
import fr.jalon.seed.Seed;
import fr.jalon.seed.SeedCases;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeedGraphTest {

    @Test
    void a_seed_becomes_the_nodes_and_relationships_that_the_contract_maps_it_to() throws IOException {
        SeedGraph graph = SeedGraph.of(SeedCases.withBase("good"));

        assertThat(text(graph)).isEqualTo(Files.readString(SeedCases.path("good/graph.txt")));
    }

    @Test
    void no_node_comes_twice() {
        assertThat(SeedGraph.of(SeedCases.withBase("good")).nodes())
                .extracting(StatedNode::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_seed_with_a_problem_makes_no_graph() {
        Seed seed = SeedCases.withBase("bad/identity");

        assertThatExceptionOfType(InvalidSeedException.class)
                .isThrownBy(() -> SeedGraph.of(seed))
                .satisfies(refused -> assertThat(refused.problems()).isEqualTo(seed.check()))
                .withMessageContaining("case.yaml:3: found theme/api, which is also the id at plan.yaml:34");
    }

    /** The whole calendar is left out: every year brings the same. */
    private static String text(SeedGraph graph) {
        Stream<String> nodes = graph.nodes().stream()
                .filter(node -> !node.id().startsWith("period/"))
                .sorted(Comparator.comparing(StatedNode::id))
                .map(node -> "%s %s %s".formatted(node.id(), node.type().labels(), new TreeMap<>(node.properties())));
        Stream<String> edges = graph.edges().stream()
                .filter(edge -> !edge.type().equals("WITHIN"))
                .map(edge -> "%s -%s-> %s".formatted(edge.from(), edge.type(), edge.to()))
                .sorted();
        return Stream.concat(nodes, edges).collect(Collectors.joining("\n", "", "\n"));
    }
}
