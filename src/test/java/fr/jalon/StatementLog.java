package fr.jalon;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.execution.GraphQlResponse;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.StatementListener;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Records what one thread sends to the graph, and which transactions are open while it does. */
final class StatementLog implements StatementListener {

    private static final CypherStatement OPEN_TRANSACTIONS = new CypherStatement(
            "SHOW TRANSACTIONS YIELD transactionId, currentQuery"
                    + " WHERE NOT currentQuery STARTS WITH 'SHOW' RETURN transactionId",
            Map.of());

    private final Map<Thread, Sent> observed = new ConcurrentHashMap<>();
    private @Nullable Graph watcher;

    private record Sent(List<CypherStatement> statements, Set<Object> transactions) {}

    void watch(Graph graph) {
        watcher = graph;
    }

    TestGraph.Observed observe(Supplier<GraphQlResponse> work) {
        Sent sent = new Sent(new ArrayList<>(), new LinkedHashSet<>());
        observed.put(Thread.currentThread(), sent);
        try {
            return new TestGraph.Observed(work.get(), sent.statements(), sent.transactions());
        } finally {
            observed.remove(Thread.currentThread());
        }
    }

    @Override
    public void ran(CypherStatement statement) {
        Sent sent = observed.get(Thread.currentThread());
        if (sent != null) {
            sent.statements().add(statement);
            sent.transactions().addAll(openTransactions());
        }
    }

    private List<Object> openTransactions() {
        return Objects.requireNonNull(watcher)
                .read(transaction -> transaction.run(OPEN_TRANSACTIONS).stream()
                        .map(row -> Objects.requireNonNull(row[0]))
                        .toList());
    }
}
