package fr.jalon.execution;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.cypher.RelatedStatements;
import fr.jalon.execution.Failure.Refused;
import fr.jalon.execution.Operation.Root;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.QueryPlan;
import fr.jalon.neo4j.Transaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants told beside the data, which it says by extensions of its request.
 *
 * @param cost the rows that were estimated, and how many are allowed
 * @param explain the statements, and how the graph means to run them
 * @param estimate the cost alone: nothing is read
 */
record Extras(boolean cost, boolean explain, boolean estimate) {

    private static final String COST = "cost";
    private static final String EXPLAIN = "explain";
    private static final String ESTIMATE = "estimate";
    private static final Set<String> ALL = Set.of(COST, EXPLAIN, ESTIMATE);

    /** Those that a request's extensions ask for; clients put more there than that. */
    static Map<String, Object> named(Map<String, Object> extensions) {
        if (ALL.stream().noneMatch(extensions::containsKey)) {
            return Map.of();
        }
        Map<String, Object> named = new LinkedHashMap<>(extensions);
        named.keySet().retainAll(ALL);
        named.values().removeIf(value -> value == null || value.equals(false));
        return named;
    }

    /** Fails with {@link Refused} where something else than true or false is said. */
    static Extras of(Map<String, Object> named) {
        return new Extras(isTrue(COST, named), isTrue(EXPLAIN, named), isTrue(ESTIMATE, named));
    }

    private static boolean isTrue(String name, Map<String, Object> named) {
        @Nullable Object value = named.get(name);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw Refused.badRequest("The extension \"%s\" of the request is either true or false.".formatted(name));
    }

    /** Tells the statements of an operation and how the graph means to run them, as clients read it. */
    static final class Explanation {

        private final Transaction transaction;

        private Explanation(Transaction transaction) {
            this.transaction = transaction;
        }

        /** One entry a root field that reads the graph; fails with a {@code GraphException}. */
        static List<Map<String, Object>> of(Operation operation, Graph graph) {
            return graph.read(transaction -> {
                Explanation explanation = new Explanation(transaction);
                return operation.reads().map(explanation::of).toList();
            });
        }

        private Map<String, Object> of(Root.Read read) {
            List<Map<String, Object>> statements = new ArrayList<>();
            read.statements().matches().forEach(each -> add("matches", each, statements));
            add("rows", read.statements().rows(), statements);
            add("count", read.statements().count(), statements);
            add("facets", read.statements().facets(), statements);
            add("suggestions", read.statements().suggestions(), statements);
            RelatedStatements related = read.statements().related();
            if (related != null) {
                related.fields()
                        .forEach(field ->
                                related.of(field).all().forEach(each -> add(field.resultKey(), each, statements)));
            }
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("field", read.resultKey());
            entry.put("statements", statements);
            return entry;
        }

        private void add(String purpose, @Nullable CypherStatement statement, List<Map<String, Object>> statements) {
            if (statement != null) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("reads", purpose);
                entry.put("cypher", statement.text());
                entry.put("parameters", readable(statement.parameters()));
                entry.put("plan", of(transaction.explain(statement)));
                statements.add(entry);
            }
        }

        private static Map<String, Object> of(QueryPlan plan) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("operator", plan.operator());
            entry.put("estimatedRows", plan.estimatedRows());
            entry.put("details", plan.details());
            entry.put("children", plan.children().stream().map(Explanation::of).toList());
            return entry;
        }

        /** Dates have no form of their own in JSON. */
        private static Map<String, Object> readable(Map<String, Object> parameters) {
            Map<String, Object> readable = new LinkedHashMap<>();
            parameters.forEach((name, value) -> readable.put(name, isJson(value) ? value : value.toString()));
            return readable;
        }

        private static boolean isJson(Object value) {
            return value instanceof String
                    || value instanceof Number
                    || value instanceof Boolean
                    || (value instanceof List<?> values && values.stream().allMatch(Explanation::isJson));
        }
    }
}
