package fr.jalon.neo4j;

import fr.jalon.cypher.CypherStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.summary.Plan;

/** A transaction that the driver has begun on a server. */
record BoltTransaction(TransactionContext context, StatementListener listener, DriverFailures failures)
        implements Transaction {

    @Override
    public List<@Nullable Object[]> run(CypherStatement statement) {
        try {
            return BoltRows.of(send(statement));
        } catch (Neo4jException failure) {
            // What passes must reach the driver as it is, for the driver to try again.
            throw DriverFailures.isPassing(failure) ? failure : failures.translate(failure);
        }
    }

    @Override
    public QueryPlan explain(CypherStatement statement) {
        try {
            return plan(context.run("EXPLAIN " + statement.text(), statement.parameters())
                    .consume()
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
        var result = context.run(statement.text(), statement.parameters());
        listener.ran(statement);
        return result.list();
    }
}
