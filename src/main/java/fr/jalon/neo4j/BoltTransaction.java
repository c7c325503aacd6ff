package fr.jalon.neo4j;

import fr.jalon.cypher.CypherStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;
import org.neo4j.driver.async.AsyncTransaction;
import org.neo4j.driver.async.ResultCursor;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.summary.Plan;
import org.neo4j.driver.types.Type;
import org.neo4j.driver.types.TypeSystem;

/** A transaction that the driver has begun on a server. */
record BoltTransaction(
        AsyncTransaction transaction, Heartbeat heartbeat, StatementListener listener, DriverFailures failures)
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
            return plan(heartbeat
                    .await(transaction
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
        ResultCursor result = heartbeat.await(transaction.runAsync(statement.text(), statement.parameters()));
        listener.ran(statement);
        return heartbeat.await(result.listAsync());
    }

    /** Turns the driver's values into plain Java ones, each list into one array without further copies. */
    static final class BoltRows {

        private static final TypeSystem TYPES = TypeSystem.getDefault();
        private static final Type STRING = TYPES.STRING();
        private static final Type LIST = TYPES.LIST();
        private static final Type NULL = TYPES.NULL();
        private static final Type MAP = TYPES.MAP();
        private static final Type DATE_TIME = TYPES.DATE_TIME();
        private static final List<Type> ENTITIES = List.of(TYPES.NODE(), TYPES.RELATIONSHIP(), TYPES.PATH());

        private BoltRows() {}

        static List<@Nullable Object[]> of(List<Record> records) {
            List<@Nullable Object[]> rows = new ArrayList<>(records.size());
            for (Record fields : records) {
                @Nullable Object[] row = new @Nullable Object[fields.size()];
                for (int field = 0; field < row.length; field++) {
                    row[field] = plain(fields.get(field));
                }
                rows.add(row);
            }
            return rows;
        }

        // The commonest types come first: a row is mostly short texts in lists of lists.
        private static @Nullable Object plain(Value value) {
            Type type = value.type();
            if (type.equals(STRING)) {
                return value.asString();
            }
            if (type.equals(LIST)) {
                return list(value);
            }
            if (type.equals(NULL)) {
                return null;
            }
            return type.equals(MAP) ? value.asMap(BoltRows::plain) : scalar(value, type);
        }

        private static List<@Nullable Object> list(Value value) {
            @Nullable Object[] items = new @Nullable Object[value.size()];
            for (int item = 0; item < items.length; item++) {
                items[item] = plain(value.get(item));
            }
            return Arrays.asList(items);
        }

        private static Object scalar(Value value, Type type) {
            if (type.equals(DATE_TIME)) {
                return value.asOffsetDateTime();
            }
            if (ENTITIES.contains(type)) {
                throw new IllegalStateException("a statement must return properties, not a " + type.name());
            }
            return value.asObject();
        }
    }
}
