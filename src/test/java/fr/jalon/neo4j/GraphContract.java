package fr.jalon.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.cypher.IndexDefinition;
import fr.jalon.cypher.IndexDefinition.Kind;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for a graph in either home. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class GraphContract {

    static final long TRANSACTION_MEMORY = 16L << 20;
    static final GraphSettings SETTINGS = GraphSettings.defaults()
            .withReadTimeout(Duration.ofSeconds(2))
            .withConnectionTimeout(Duration.ofMinutes(1))
            .withTransactionMemory(TRANSACTION_MEMORY);
    private static final List<IndexDefinition> SCHEMA = List.of(
            new IndexDefinition("thing_id", Kind.UNIQUENESS, "Thing", List.of("id")),
            new IndexDefinition("thing_name", Kind.RANGE, "Thing", List.of("name")));

    private final List<CypherStatement> heard = new CopyOnWriteArrayList<>();
    private Graph graph;

    abstract GraphHome home();

    @BeforeAll
    void open() {
        graph = Graph.open(home(), SETTINGS, heard::add);
        graph.ensureSchema(SCHEMA);
    }

    @AfterAll
    void close() {
        graph.close();
    }

    @BeforeEach
    void empty() {
        run("MATCH (n) DETACH DELETE n");
        heard.clear();
    }

    @Test
    void a_row_holds_a_value_a_column_in_the_order_of_the_return() {
        assertThat(rows(graph, statement("UNWIND [1, 2] AS n RETURN n, 'text ' + n AS text ORDER BY n")))
                .containsExactly(new Object[] {1L, "text 1"}, new Object[] {2L, "text 2"});
    }

    @Test
    void values_come_back_as_the_plain_values_that_went_in() {
        List<Object> values = Arrays.asList(
                "été",
                42L,
                1.5,
                true,
                null,
                LocalDate.of(2022, 6, 30),
                OffsetDateTime.of(2021, 9, 27, 10, 30, 0, 0, ZoneOffset.ofHours(2)),
                List.of(),
                List.of("a", List.of("b", List.of(1L))),
                Map.of(),
                Map.of("key", List.of(Map.of("inner", 2L))));

        assertThat(rows(graph, new CypherStatement("RETURN $values", Map.of("values", values))))
                .singleElement()
                .satisfies(row -> assertThat(row).containsExactly(values));
    }

    @Test
    void values_that_the_graph_makes_or_keeps_are_as_plain() {
        run("CREATE (:Thing {id: 'a', words: ['b', 'c'], numbers: [1, 2], flags: [true]})");

        CypherStatement statement = statement("MATCH (t:Thing) RETURN date('2022-06-30').month, duration('P2D').days,"
                + " properties(t).words, t.numbers, t.flags");
        assertThat(rows(graph, statement))
                .containsExactly(new Object[] {6L, 2L, List.of("b", "c"), List.of(1L, 2L), List.of(true)});
    }

    @Test
    void a_statement_that_returns_a_relationship_is_refused_and_a_node_where_it_cannot_be_read_as_it_stands() {
        run("CREATE (:Thing {id: 'a'})-[:NEXT_TO]->(:Thing {id: 'b'})");

        for (String refused : graph.readsNodes() ? List.of("r") : List.of("r", "n")) {
            assertThatIllegalStateException()
                    .isThrownBy(() ->
                            graph.read(tx -> tx.run(statement("MATCH (n:Thing)-[r]->(:Thing) RETURN " + refused))))
                    .withMessageContaining("must return properties");
        }
    }

    @Test
    void a_read_sees_the_write_before_it() {
        run("CREATE (:Thing {id: 'a'})");

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void a_write_that_fails_half_way_leaves_nothing() {
        IllegalStateException failure = new IllegalStateException("half way");

        assertThatIllegalStateException()
                .isThrownBy(() -> graph.write(tx -> {
                    tx.run(statement("CREATE (:Thing {id: 'a'})"));
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(count()).isZero();
    }

    @Test
    void a_read_may_not_write() {
        assertThatExceptionOfType(GraphException.StatementFailed.class)
                .isThrownBy(() -> graph.read(tx -> tx.run(statement("CREATE (:Thing {id: 'a'})"))));
        assertThat(count()).isZero();
    }

    @Test
    void a_second_one_with_the_same_identity_is_refused() {
        run("CREATE (:Thing {id: 'a'})");

        assertThatExceptionOfType(GraphException.ConstraintViolated.class)
                .isThrownBy(() -> run("CREATE (:Thing {id: 'a'})"));
    }

    @Test
    void a_refused_statement_is_told_without_its_text() {
        assertThatExceptionOfType(GraphException.StatementFailed.class)
                .isThrownBy(() -> run("MATCH secret"))
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("MATCH", "secret", "Exception"))
                .havingCause();
    }

    @Test
    void a_read_that_takes_too_long_is_ended() {
        assertThatExceptionOfType(GraphException.TimedOut.class)
                .isThrownBy(() -> graph.read(tx ->
                        tx.run(statement("UNWIND range(1, 100000000000) AS n WITH n WHERE n < 0 RETURN count(n)"))));
    }

    /** Neo4j looks for the best order of so many steps for about a second each time, and there is nothing to read. */
    @Test
    void what_it_takes_to_plan_a_statement_is_not_taken_from_the_time_for_reading_it() {
        String steps = IntStream.range(0, 13)
                .mapToObj(step -> "(n%s)-[r%s:R|S%s]-(n%s)".formatted(step, step, step, step + 1))
                .collect(Collectors.joining(", "));
        CypherStatement slow = statement(IntStream.range(0, 3)
                .mapToObj(part -> "MATCH %s WHERE n%s.id = 'a' RETURN count(*) AS n".formatted(steps, part))
                .collect(Collectors.joining(" UNION ALL ")));
        graph.prepare(List.of(slow));

        assertThat(rows(graph, slow)).hasSize(3);
    }

    @Test
    void a_read_that_wants_too_much_memory_is_ended_and_not_tried_again() {
        assertThatExceptionOfType(GraphException.OutOfMemory.class)
                .isThrownBy(() ->
                        graph.read(tx -> tx.run(statement("UNWIND range(1, 100000000) AS n RETURN size(collect(n))"))))
                .withMessageStartingWith(
                        "The graph needs more memory for this than one request may take: ask for less");
        assertThat(heard).hasSize(1);
    }

    @Test
    void writes_that_block_each_other_are_tried_again_until_both_hold() throws Exception {
        run("CREATE (:Thing {id: 'a', n: 0}), (:Thing {id: 'b', n: 0})");
        CountDownLatch bothStarted = new CountDownLatch(2);
        AtomicInteger attempts = new AtomicInteger();

        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> countBoth("a", "b", attempts, bothStarted));
        countBoth("b", "a", attempts, bothStarted);
        other.get(20, TimeUnit.SECONDS);

        assertThat(attempts).hasValueGreaterThan(2);
        assertThat(rows(graph, statement("MATCH (n:Thing) RETURN sum(n.n)"))).containsExactly(new Object[] {4L});
    }

    @Test
    void every_statement_is_heard_of() {
        CypherStatement one = statement("RETURN 1");
        CypherStatement two = statement("RETURN 2");

        graph.read(tx -> List.of(tx.run(one), tx.run(two)));

        assertThat(heard).containsExactly(one, two);
    }

    @Test
    void its_schema_may_be_ensured_again() {
        graph.ensureSchema(SCHEMA);

        CypherStatement states = statement(
                "SHOW INDEXES YIELD name, state WHERE name STARTS WITH 'thing' RETURN name, state ORDER BY name");
        List<Object[]> found = graph.write(transaction -> transaction.run(states));
        assertThat(found).containsExactly(new Object[] {"thing_id", "ONLINE"}, new Object[] {"thing_name", "ONLINE"});
    }

    static List<List<String>> obstacles() throws IOException {
        return IndexObstacles.cases();
    }

    @ParameterizedTest
    @MethodSource("obstacles")
    void what_stands_in_the_way_of_a_wanted_index_goes_and_nothing_else(List<String> obstacles) {
        IndexObstacles.names().forEach(this::run);
        run("CREATE INDEX unrelated IF NOT EXISTS FOR (n:Other) ON (n.name)");
        obstacles.forEach(this::run);

        graph.ensureSchema(IndexObstacles.WANTED);

        assertThat(IndexObstacles.found(graph)).isEqualTo(IndexObstacles.WANTED_AND_UNRELATED);
        run("CREATE (:Thing:Item {id: 'a', name: 'one two'})");
        assertThatExceptionOfType(GraphException.ConstraintViolated.class)
                .isThrownBy(() -> run("CREATE (:Item {id: 'a'})"));
        assertThat(rows(graph, statement("CALL db.index.fulltext.queryNodes('item_words', 'two') YIELD node RETURN 1")))
                .hasSize(1);
    }

    @Test
    void it_is_reachable_while_open() {
        assertThat(graph.isReachable()).isTrue();
    }

    private void countBoth(String first, String second, AtomicInteger attempts, CountDownLatch bothStarted) {
        graph.write(tx -> {
            attempts.incrementAndGet();
            tx.run(increment(first));
            bothStarted.countDown();
            await(bothStarted);
            return tx.run(increment(second));
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static CypherStatement increment(String id) {
        return new CypherStatement("MATCH (n:Thing {id: $id}) SET n.n = n.n + 1", Map.of("id", id));
    }

    private long count() {
        return (long)
                graph.read(tx -> tx.run(statement("MATCH (n) RETURN count(n)"))).get(0)[0];
    }

    private void run(String text) {
        graph.write(tx -> tx.run(statement(text)));
    }

    static List<Object[]> rows(Graph graph, CypherStatement statement) {
        return graph.read(tx -> tx.run(statement));
    }

    static CypherStatement statement(String text) {
        return new CypherStatement(text, Map.of());
    }
}
