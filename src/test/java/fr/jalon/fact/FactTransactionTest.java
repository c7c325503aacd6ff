package fr.jalon.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fr.jalon.seed.ScratchGraph;
import fr.jalon.seed.SeedCases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactTransactionTest {

    private static final String ID = "action/spm-a06/indicator/x";
    private static final int WRITERS = 4;
    private static final int WRITES = 5;

    private static ScratchGraph graph;

    @BeforeAll
    static void open(@TempDir Path folder) {
        graph = ScratchGraph.in(folder);
    }

    @AfterAll
    static void close() {
        graph.close();
    }

    @BeforeEach
    void empty() {
        graph.empty();
    }

    @Test
    void the_revision_counts_every_write_that_changed_a_fact_and_no_other() {
        write(facts -> facts.state(List.of(indicator(1))));
        write(facts -> facts.state(List.of(indicator(1))));
        assertThat(number()).isEqualTo(1L);

        write(facts -> facts.state(List.of(indicator(2))));
        assertThat(number()).isEqualTo(2L);

        write(facts -> facts.withdraw(Set.of(ID), Set.of()));
        assertThat(number()).isEqualTo(3L);
    }

    @Test
    void writers_come_one_by_one_so_that_each_reads_what_the_one_before_wrote() throws Exception {
        write(facts -> facts.state(List.of(indicator(0))));
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> ends = new ArrayList<>();
        for (int i = 0; i < WRITERS * WRITES; i++) {
            ends.add(writers.submit(() -> write(facts -> {
                StoredNode stored =
                        Objects.requireNonNull(facts.nodes(Set.of(ID)).get(ID));
                facts.state(List.of(indicator(
                        (double) Objects.requireNonNull(stored.properties().get("target")) + 1)));
            })));
        }
        writers.shutdown();
        for (Future<?> each : ends) {
            each.get();
        }

        assertThat(graph.rows("MATCH (i:Indicator) RETURN i.target"))
                .containsExactly(List.of((double) WRITERS * WRITES));
    }

    @Test
    void nothing_holds_of_work_that_fails() {
        assertThatIllegalStateException()
                .isThrownBy(() -> write(facts -> {
                    facts.state(List.of(indicator(1)));
                    throw new IllegalStateException("half-way");
                }));

        assertThat(graph.rows("MATCH (n) RETURN n")).isEmpty();
    }

    @Test
    void a_field_that_is_not_named_stays_as_it_is() {
        write(facts -> facts.state(List.of(indicator(1))));
        write(facts -> facts.state(
                List.of(new StatedNode(SeedCases.CONTRACT.type("Indicator"), ID, Map.of("label", "Démarches")))));

        assertThat(graph.rows("MATCH (i:Indicator) RETURN i.target, i.labelFolded, i.detailWords"))
                .containsExactly(List.of(1.0, "demarches", "demarches demarch"));
    }

    private static StatedNode indicator(double target) {
        return new StatedNode(SeedCases.CONTRACT.type("Indicator"), ID, Map.of("target", target));
    }

    private static void write(Consumer<FactTransaction> work) {
        FactTransaction.write(graph.graph(), SeedCases.CONTRACT, new Origin("report"), facts -> {
            work.accept(facts);
            return true;
        });
    }

    private static Object number() {
        return graph.rows("MATCH (r:Revision) RETURN r.number").get(0).get(0);
    }
}
