package fr.jalon.execution;

import fr.jalon.cost.Census;
import fr.jalon.cost.GraphCounts;
import fr.jalon.cypher.CensusStatement;
import fr.jalon.cypher.CypherStatement;
import fr.jalon.cypher.ReadRenderer;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.GraphException;
import fr.jalon.schema.Contract;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts of the graph, taken once for each of its versions; safe for use by many threads.
 *
 * <p>Whether there is another version is looked at once a second at most: estimates need not be exact, and a graph
 * elsewhere takes a round trip to tell.
 */
final class CurrentCounts implements Supplier<GraphCounts> {

    private static final long FRESH_NANOS = 1_000_000_000;

    /** Counting is quick, but planning it on a cold graph may not be, however little time reads are given. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Graph graph;
    private final Census census;
    private final CypherStatement statement;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile @Nullable Taken latest;

    CurrentCounts(Graph graph, Contract contract) {
        this.graph = graph;
        this.census = Census.of(contract);
        this.statement = CensusStatement.of(census);
    }

    private record Taken(String version, GraphCounts counts, long lookedAt) {}

    /** Fails with a {@code GraphException}. */
    @Override
    public GraphCounts get() {
        Taken found = latest;
        if (found != null && System.nanoTime() - found.lookedAt() < FRESH_NANOS) {
            return found.counts();
        }
        oneAtATime.lock();
        try {
            return renewed(latest).counts();
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Renders for the graph, as it is read. */
    ReadRenderer renderer() {
        return graph.readsNodes() ? ReadRenderer.ofNodes(this) : ReadRenderer.ofValues(this);
    }

    private Taken renewed(@Nullable Taken former) {
        long now = System.nanoTime();
        if (former != null && now - former.lookedAt() < FRESH_NANOS) {
            return former;
        }
        String version = graph.version();
        GraphCounts counts = former != null && former.version().equals(version) ? former.counts() : count();
        Taken renewed = new Taken(version, counts, now);
        latest = renewed;
        return renewed;
    }

    private GraphCounts count() {
        try {
            return kept();
        } catch (GraphException.StatementFailed | GraphException.AuthenticationFailed notForThisUser) {
            return counted();
        }
    }

    @SuppressWarnings("unchecked") // The statement returns two lists of maps.
    GraphCounts kept() {
        Object[] row = only(CensusStatement.ofKept());
        return census.kept((List<Map<String, Object>>) row[0], (List<Map<String, Object>>) row[1]);
    }

    @SuppressWarnings("unchecked") // The statement returns one list of numbers.
    GraphCounts counted() {
        return census.counts((List<Long>) only(statement)[0]);
    }

    private Object[] only(CypherStatement asked) {
        return graph.read(transaction -> transaction.run(asked), PATIENCE).get(0);
    }
}
