package fr.jalon.neo4j;

import fr.jalon.cypher.CypherStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.summary.Plan;

/** Statements that all hold or none does; for the thread and the function it was given to only. */
public final class Transaction {

    private final TransactionContext context;
    private final StatementListener listener;
    private final DriverFailures failures;

    Transaction(TransactionContext context, StatementListener listener, DriverFailures failures) {
        this.context = context;
        this.listener = listener;
        this.failures = failures;
    }

    /**
     * Runs a statement and returns all its rows, a value a column in the order of its RETURN.
     *
     * <p>A value is a String, Long, Double, Boolean, LocalDate, OffsetDateTime, a List or Map of these, or null; lists
     * and maps are not to be changed. Fails with a {@link GraphException}.
     */
    public List<@Nullable Object[]> run(CypherStatement statement) {
        try {
            List<Record> records = send(statement);
            return Rows.of(records);
        } catch (Neo4jException failure) {
            // What passes must reach the driver as it is, for the driver to try again.
            throw DriverFailures.isPassing(failure) ? failure : failures.translate(failure);
        }
    }

    /** How the graph means to run a statement, which it does not run; fails with a {@link GraphException}. */
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
                plan.children().stream().map(Transaction::plan).toList());
    }

    private List<Record> send(CypherStatement statement) {
        var result = context.run(statement.text(), statement.parameters());
        listener.ran(statement);
        return result.list();
    }
}
