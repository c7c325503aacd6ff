package fr.jalon.execution;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.cypher.ReadRenderer;
import fr.jalon.cypher.ReadStatements;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.Transaction;
import fr.jalon.plan.Page;
import fr.jalon.plan.PlanException;
import fr.jalon.plan.Planner;
import fr.jalon.plan.RootPlan;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.MergedField;
import graphql.execution.MergedSelectionSet;
import graphql.normalized.ExecutableNormalizedField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Runs a query: every root field is read with one statement, and one more for a count, all in one read transaction.
 *
 * <p>The plan knows the type of every value, so the answer is completed from the rows without a fetcher per field;
 * introspection stays with graphql-java.
 */
final class ReadStrategy extends AsyncExecutionStrategy {

    private final Planner planner;
    private final ReadRenderer renderer;
    private final Graph graph;

    ReadStrategy(Planner planner, ReadRenderer renderer, Graph graph) {
        this.planner = planner;
        this.renderer = renderer;
        this.graph = graph;
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(
            ExecutionContext context, ExecutionStrategyParameters parameters) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        parameters.getFields().getKeys().forEach(key -> answer.put(key, null));
        List<Failure> failures = new ArrayList<>();
        try {
            introspect(context, parameters, answer);
            read(plan(context), answer, failures);
        } catch (PlanException e) {
            return done(null, List.of(Failure.at(ErrorCode.BAD_REQUEST, String.valueOf(e.getMessage()), e.path())));
        } catch (Completion.Missing e) {
            return done(null, failures);
        }
        return done(answer, failures);
    }

    private void introspect(
            ExecutionContext context, ExecutionStrategyParameters parameters, Map<String, @Nullable Object> answer) {
        Map<String, MergedField> own = new LinkedHashMap<>();
        parameters.getFields().getSubFields().forEach((key, field) -> {
            if (field.getName().equals("__typename")) {
                answer.put(key, "Query");
            } else if (field.getName().startsWith("__")) {
                own.put(key, field);
            }
        });
        if (!own.isEmpty()) {
            MergedSelectionSet fields =
                    MergedSelectionSet.newMergedSelectionSet().subFields(own).build();
            ExecutionResult result = super.execute(context, parameters.transform(builder -> builder.fields(fields)))
                    .join();
            answer.putAll(result.<Map<String, Object>>getData());
        }
    }

    private List<RootPlan> plan(ExecutionContext context) {
        List<RootPlan> plans = new ArrayList<>();
        for (ExecutableNormalizedField field :
                context.getNormalizedQueryTree().get().getTopLevelFields()) {
            if (!field.getFieldName().startsWith("__")) {
                plans.add(planner.plan(field));
            }
        }
        return plans;
    }

    private void read(List<RootPlan> plans, Map<String, @Nullable Object> answer, List<Failure> failures) {
        if (plans.isEmpty()) {
            return;
        }
        List<ReadStatements> statements = plans.stream().map(renderer::render).toList();
        List<Found> found = graph.read(transaction ->
                statements.stream().map(each -> Found.by(each, transaction)).toList());
        for (int i = 0; i < plans.size(); i++) {
            RootPlan plan = plans.get(i);
            answer.put(plan.resultKey(), complete(plan, found.get(i), failures));
        }
    }

    private static @Nullable Object complete(RootPlan plan, Found found, List<Failure> failures) {
        Completion completion = new Completion(plan.resultKey(), failures);
        if (plan instanceof RootPlan.One one) {
            return found.rows().isEmpty() ? null : nullable(completion, one, found);
        } else if (plan instanceof RootPlan.Many many) {
            return completion.nodes(many.node(), found.rows());
        }
        Page page = plan instanceof RootPlan.OfType ofType ? ofType.page() : ((RootPlan.Search) plan).page();
        return completion.connection(page, found.rows(), found.count());
    }

    private static @Nullable Object nullable(Completion completion, RootPlan.One one, Found found) {
        try {
            return completion.node(one.node(), found.rows().get(0));
        } catch (Completion.Missing e) {
            return null;
        }
    }

    private static CompletableFuture<ExecutionResult> done(@Nullable Object answer, List<Failure> failures) {
        return CompletableFuture.completedFuture(new ExecutionResultImpl(answer, failures));
    }

    /**
     * What the statements of a root field found.
     *
     * @param rows one list a row
     * @param count zero where no count was asked for
     */
    private record Found(List<List<?>> rows, long count) {

        static Found by(ReadStatements statements, Transaction transaction) {
            CypherStatement count = statements.count();
            CypherStatement rows = statements.rows();
            return new Found(
                    rows == null ? List.of() : rows(transaction.run(rows)),
                    count == null
                            ? 0
                            : (Long) Objects.requireNonNull(
                                    transaction.run(count).get(0)[0]));
        }

        private static List<List<?>> rows(List<@Nullable Object[]> rows) {
            List<List<?>> lists = new ArrayList<>(rows.size());
            rows.forEach(row -> lists.add((List<?>) Objects.requireNonNull(row[0])));
            return lists;
        }
    }
}
