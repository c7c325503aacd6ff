package fr.jalon.neo4j;

import fr.jalon.cypher.CypherStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.Neo4jException;

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

    private List<Record> send(CypherStatement statement) {
        var result = context.run(statement.text(), statement.parameters());
        listener.ran(statement);
        return result.list();
    }
}
