package fr.jalon.neo4j;

import fr.jalon.cypher.CypherStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.async.AsyncTransaction;
import org.neo4j.driver.async.ResultCursor;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.summary.Plan;

/** A transaction that the driver has begun on a server. */
record BoltTransaction(AsyncTransaction transaction, Pulse pulse, StatementListener listener, DriverFailures failures)
        implements Transaction {

    @Override
    public List<@Nullable Object[]> run(CypherStatement statement) {
        try {
            return BoltRows.of(send(statement));
        } catch (Neo4jException failure) {
            // What passes must come out of here as it is, to be tried again.
            throw DriverFailures.isPassing(failure) ? failure : failures.translate(failure);
        }
    }

    @Override
    public QueryPlan explain(CypherStatement statement) {
        try {
            return plan(pulse.await(transaction
                            .runAsync("EXPLAIN " + statement.text(), statement.parameters())
                            .thenCompose(ResultCursor::consumeAsync))
                    .plan());
        } catch (Neo4jException failure) {
            throw DriverFailures.isPassing(failure) ? failure : failures.translate(failure);
        }
    }

    private static QueryPlan plan(Plan plan) {
        Value rows = plan.arguments().get("EstimatedRows");
        Value details = plan.arguments().get("Details");
        return new QueryPlan(
                plan.operatorType().replaceFirst("@.*", ""),
                rows == null ? 0 : rows.asDouble(),
                details == null ? "" : details.asString(),
                plan.children().stream().map(BoltTransaction::plan).toList());
    }

    private List<Record> send(CypherStatement statement) {
        ResultCursor result = pulse.await(transaction.runAsync(statement.text(), statement.parameters()));
        listener.ran(statement);
        return pulse.await(result.listAsync());
    }
}
