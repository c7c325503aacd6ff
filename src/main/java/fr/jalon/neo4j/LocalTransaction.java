package fr.jalon.neo4j;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.cypher.RelatedStatements;
import java.lang.reflect.Array;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.ExecutionPlanDescription;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Path;
import org.neo4j.graphdb.Result;

/** A transaction of a graph within this process. */
record LocalTransaction(
        org.neo4j.graphdb.Transaction transaction,
        ReadTimeouts.Clock clock,
        PlanCacheLimit plans,
        StatementListener listener)
        implements NodeTransaction {

    @Override
    public List<@Nullable Object[]> run(CypherStatement statement) {
        return run(statement, statement.parameters());
    }

    @Override
    public List<@Nullable Object[]> run(CypherStatement statement, Collection<GraphNode> nodes) {
        Map<String, Object> parameters = new HashMap<>(statement.parameters());
        parameters.put(
                RelatedStatements.NODES,
                nodes.stream().map(each -> ((LocalNode) each).node()).toList());
        return run(statement, parameters);
    }

    private List<@Nullable Object[]> run(CypherStatement statement, Map<String, Object> parameters) {
        try (Result result = planned(statement.text(), parameters)) {
            listener.ran(statement);
            String[] columns = result.columns().toArray(String[]::new);
            List<@Nullable Object[]> rows = new ArrayList<>();
            result.accept(row -> {
                rows.add(LocalRows.of(row, columns));
                return true;
            });
            return rows;
        }
    }

    @Override
    public QueryPlan explain(CypherStatement statement) {
        try (Result result = planned("EXPLAIN " + statement.text(), statement.parameters())) {
            return plan(result.getExecutionPlanDescription());
        }
    }

    /** Neo4j plans a statement, unless it knows it, before it gives its result, and reads as rows are asked of that. */
    private Result planned(String text, Map<String, Object> parameters) {
        clock.planning();
        try {
            plans.add(text);
            return transaction.execute(text, parameters);
        } finally {
            clock.reading();
        }
    }

    private static QueryPlan plan(ExecutionPlanDescription plan) {
        Map<String, Object> arguments = plan.getArguments();
        return new QueryPlan(
                plan.getName(),
                arguments.get("EstimatedRows") instanceof Number rows ? rows.doubleValue() : 0,
                arguments.get("Details") instanceof String details ? details : "",
                plan.getChildren().stream().map(LocalTransaction::plan).toList());
    }

    /** A node of the transaction's graph. */
    record LocalNode(Node node) implements GraphNode {

        @Override
        public boolean is(String label) {
            return node.hasLabel(Label.label(label));
        }

        @Override
        public @Nullable Object[] values(List<String> properties) {
            Map<String, Object> found = node.getProperties(properties.toArray(String[]::new));
            @Nullable Object[] values = new @Nullable Object[properties.size()];
            Arrays.setAll(values, i -> LocalRows.plain(found.get(properties.get(i))));
            return values;
        }
    }

    /** Turns the values of a graph within this process into those that a server's would be turned into. */
    static final class LocalRows {

        private LocalRows() {}

        static @Nullable Object[] of(Result.ResultRow row, String[] columns) {
            @Nullable Object[] values = new @Nullable Object[columns.length];
            for (int column = 0; column < values.length; column++) {
                values[column] = plain(row.get(columns[column]));
            }
            return values;
        }

        // The commonest types come first: a row is mostly short texts in lists of lists.
        private static @Nullable Object plain(@Nullable Object value) {
            if (value == null || value instanceof String) {
                return value;
            }
            if (value instanceof List<?> list) {
                return list(list.toArray());
            }
            return value instanceof Map<?, ?> map ? map(map) : scalar(value);
        }

        /** The array itself as a list, each of its values made plain. */
        private static List<@Nullable Object> list(@Nullable Object[] items) {
            for (int item = 0; item < items.length; item++) {
                items[item] = plain(items[item]);
            }
            return Arrays.asList(items);
        }

        private static Map<String, @Nullable Object> map(Map<?, ?> map) {
            Map<String, @Nullable Object> plain = new LinkedHashMap<>();
            map.forEach((key, value) -> plain.put(String.valueOf(key), plain(value)));
            return plain;
        }

        private static Object scalar(Object value) {
            if (value instanceof ZonedDateTime time) {
                return time.toOffsetDateTime();
            }
            if (value instanceof Node node) {
                return new LocalNode(node);
            }
            if (value instanceof Entity || value instanceof Path) {
                throw new IllegalStateException("a statement must return properties, not a relationship or path");
            }
            if (value instanceof Number number) {
                return number(number);
            }
            // A property that holds several values is an array, be it of primitives.
            if (value.getClass().isArray()) {
                @Nullable Object[] items = new @Nullable Object[Array.getLength(value)];
                Arrays.setAll(items, item -> Array.get(value, item));
                return list(items);
            }
            return value;
        }

        /** Over the wire there is but one width of each kind. */
        private static Number number(Number number) {
            return number instanceof Double || number instanceof Float
                    ? number.doubleValue()
                    : (Number) number.longValue();
        }
    }
}
