package fr.jalon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.TestGraph;
import fr.jalon.cypher.ReadRenderer;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.GraphSettings;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.ParseAndValidate;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Sends a thousand valid operations that nobody thought of; {@code -Djalon.seed=N} sends others.
 *
 * <p>Most are answered whole; the others are beyond a limit and told so.
 */
class RandomOperationsTest {

    private static final long SEED = Long.getLong("jalon.seed", 1_000_000);
    private static final int OPERATIONS = Integer.getInteger("jalon.operations", 1_000);

    /** Neo4j plans statements within statements so long that few are sent in that form. */
    private static final int OVER_BOLT = 10;

    private final TestGraph graph = TestGraph.shared();
    private final TestGraph overBolt = TestGraph.sharedOverBolt();
    private final Graph large = graph.connect(GraphSettings.defaults());
    private final GraphQlEngine asIfLarge = asIfLarge(large);
    private final KnownValues known = KnownValues.of(graph);
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger whole = new AtomicInteger();

    @AfterEach
    void close() {
        large.close();
    }

    /** Statements that find their nodes by whichever way costs less, as on a graph that has many. */
    private static GraphQlEngine asIfLarge(Graph graph) {
        return new JalonEngine(
                TestGraph.CONTRACT,
                () -> AnswerKey.Version.NOT_TOLD,
                OperationLimits.STANDARD,
                TestGraph.PAGES,
                TestGraph.COMPUTED,
                ReadRenderer.ofValues(() -> TestGraph.MANY),
                null,
                new MutationStrategy.NoMutations(),
                new Runs(
                        TestGraph.CONTRACT,
                        graph,
                        OperationLimits.STANDARD,
                        new CurrentCounts(graph, TestGraph.CONTRACT))::run);
    }

    @Test
    void
            valid_operations_are_answered_alike_in_one_statement_a_root_field_and_level_by_level_or_refused_for_their_size() {
        // What is asked once for each version of the graph is asked before.
        Stream.of(graph, overBolt)
                .forEach(each -> each.answer("{ themes(asOf: \"2022-06-30\") { totalCount } }", Map.of()));
        LongStream.range(SEED, SEED + OPERATIONS).parallel().forEach(this::send);

        assertThat(wrong).isEmpty();
        assertThat(whole.get()).isGreaterThan(OPERATIONS * 3 / 4);
    }

    private void send(long seed) {
        RandomOperation operation =
                new RandomOperation(TestGraph.CONTRACT.graphQlSchema(), known, RandomOperation.Size.SMALL, seed);
        TestGraph.Observed observed = graph.observe(operation.query(), operation.variables());
        List<String> codes = observed.response().codes();
        if (codes.isEmpty()) {
            whole.incrementAndGet();
            if (seed % OVER_BOLT == 0) {
                compare(seed, operation, observed);
            }
        } else {
            check(codes.equals(List.of("TOO_COSTLY")), "failed", seed, operation, observed);
            check(observed.statements().isEmpty(), "was refused after it ran", seed, operation, observed);
        }
    }

    private void compare(long seed, RandomOperation operation, TestGraph.Observed observed) {
        TestGraph.Observed whole = overBolt.observe(operation.query(), operation.variables());
        if (whole.response().codes().equals(List.of("TOO_COSTLY"))) {
            return; // One statement is to read less.
        }
        check(
                whole.statements().size() <= operation.statements(),
                "has more statements than root fields",
                seed,
                operation,
                whole);
        check(
                String.valueOf(whole.response().body())
                        .equals(String.valueOf(observed.response().body())),
                "is answered otherwise over Bolt",
                seed,
                operation,
                whole);
        check(
                String.valueOf(asIfLarge
                                .execute(TestGraph.request(operation.query(), operation.variables()))
                                .body())
                        .equals(String.valueOf(observed.response().body())),
                "is answered otherwise where there are many nodes",
                seed,
                operation,
                observed);
    }

    private void check(boolean right, String what, long seed, RandomOperation operation, TestGraph.Observed observed) {
        if (!right) {
            wrong.add("%s %s: %s %s%n%s%n%s"
                    .formatted(
                            seed,
                            what,
                            operation.query(),
                            operation.variables(),
                            errors(operation.query()),
                            observed.response().body().get("errors")));
        }
    }

    private static List<String> errors(String query) {
        return ParseAndValidate.parseAndValidate(
                        TestGraph.CONTRACT.graphQlSchema(),
                        ExecutionInput.newExecutionInput(query).build())
                .getErrors()
                .stream()
                .map(GraphQLError::getMessage)
                .toList();
    }
}
