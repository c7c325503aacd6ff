package fr.jalon.neo4j;

import fr.jalon.cypher.CypherStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.ExecutionPlanDescription;
import org.neo4j.graphdb.Result;

/** A transaction of a graph within this process. */
record LocalTransaction(
        org.neo4j.graphdb.Transaction transaction, ReadTimeouts.Clock clock, PlanRoom plans, StatementListener listener)
        implements Transaction {

    @Override
    public List<@Nullable Object[]> run(CypherStatement statement) {
        try (Result result = planned(statement.text(), statement.parameters())) {
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
}
