package fr.jalon.execution;

import fr.jalon.cypher.ReadRenderer;
import fr.jalon.execution.Operation.Root;
import fr.jalon.plan.PlanException;
import fr.jalon.plan.PlanSize;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * Makes a query ready to run and runs it; the data of its result is an {@link Answer}.
 *
 * <p>The plan knows the type of every value, so the answer is completed from the rows without a fetcher per field;
 * introspection stays with graphql-java.
 */
final class ReadStrategy extends AsyncExecutionStrategy {

    private final Planner planner;
    private final ReadRenderer renderer;
    private final Operations operations;
    private final Limits limits;
    private final Runs runs;

    ReadStrategy(Planner planner, ReadRenderer renderer, Operations operations, Limits limits, Runs runs) {
        this.planner = planner;
        this.renderer = renderer;
        this.operations = operations;
        this.limits = limits;
        this.runs = runs;
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(
            ExecutionContext context, ExecutionStrategyParameters parameters) {
        Operation operation = operation(context, parameters);
        operations.keep(Operations.Key.of(context.getExecutionInput()), operation);
        Answer answer = runs.run(
                operation, Objects.requireNonNull(context.getGraphQLContext().get(Extras.class)));
        return CompletableFuture.completedFuture(new ExecutionResultImpl(answer, List.of()));
    }

    private Operation operation(ExecutionContext context, ExecutionStrategyParameters parameters) {
        Map<String, RootPlan> plans = plans(context);
        List<Root> roots = new ArrayList<>();
        parameters.getFields().getSubFields().forEach((key, field) -> {
            RootPlan plan = plans.get(key);
            roots.add(
                    plan == null
                            ? new Root.Known(key, introspect(context, parameters, key, field))
                            : new Root.Read(plan, renderer.render(plan)));
        });
        return new Operation(List.copyOf(roots));
    }

    /** What the root fields read that the graph answers, by result key; measured before anything is rendered. */
    private Map<String, RootPlan> plans(ExecutionContext context) {
        Map<String, RootPlan> plans = new HashMap<>();
        PlanSize size = PlanSize.NONE;
        try {
            for (ExecutableNormalizedField field :
                    context.getNormalizedQueryTree().get().getTopLevelFields()) {
                if (!field.getFieldName().startsWith("__")) {
                    RootPlan plan = planner.plan(field);
                    size = size.plus(PlanSize.of(plan));
                    limits.check(size, Place.of(plan.resultKey()));
                    plans.put(plan.resultKey(), plan);
                }
            }
        } catch (PlanException e) {
            ErrorCode code = e.isBeyondLimit() ? ErrorCode.TOO_COSTLY : ErrorCode.BAD_REQUEST;
            throw new Refused(Failure.at(code, String.valueOf(e.getMessage()), e.path()));
        }
        return plans;
    }

    private JsonBuffer introspect(
            ExecutionContext context, ExecutionStrategyParameters parameters, String key, MergedField field) {
        if (field.getName().equals("__typename")) {
            return JsonBuffer.of("Query");
        }
        MergedSelectionSet only = MergedSelectionSet.newMergedSelectionSet()
                .subFields(Map.of(key, field))
                .build();
        ExecutionResult result = super.execute(context, parameters.transform(builder -> builder.fields(only)))
                .join();
        return JsonBuffer.of(
                Objects.requireNonNull(result.<Map<String, Object>>getData()).get(key));
    }
}
