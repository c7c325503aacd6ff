package fr.jalon.execution;

import fr.jalon.cypher.ReadRenderer;
import fr.jalon.execution.Operation.Root;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * Makes a query ready to run and runs it.
 *
 * <p>The plan knows the type of every value, so the answer is completed from the rows without a fetcher per field;
 * introspection stays with graphql-java.
 */
final class ReadStrategy extends AsyncExecutionStrategy {

    private final Planner planner;
    private final ReadRenderer renderer;
    private final Operations operations;
    private final Reads reads;

    ReadStrategy(Planner planner, ReadRenderer renderer, Operations operations, Reads reads) {
        this.planner = planner;
        this.renderer = renderer;
        this.operations = operations;
        this.reads = reads;
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(
            ExecutionContext context, ExecutionStrategyParameters parameters) {
        try {
            Operation operation = operation(context, parameters);
            operations.keep(Operations.Key.of(context.getExecutionInput()), operation);
            Reads.Answer answer = reads.answer(operation);
            return CompletableFuture.completedFuture(new ExecutionResultImpl(answer.data(), answer.failures()));
        } catch (PlanException e) {
            Failure failure = Failure.at(ErrorCode.BAD_REQUEST, String.valueOf(e.getMessage()), e.path());
            return CompletableFuture.completedFuture(new ExecutionResultImpl(failure));
        }
    }

    private Operation operation(ExecutionContext context, ExecutionStrategyParameters parameters) {
        Map<String, ExecutableNormalizedField> normalized = new HashMap<>();
        context.getNormalizedQueryTree().get().getTopLevelFields().forEach(field -> {
            normalized.put(field.getResultKey(), field);
        });
        List<Root> roots = new ArrayList<>();
        parameters.getFields().getSubFields().forEach((key, field) -> {
            roots.add(
                    field.getName().startsWith("__")
                            ? new Root.Known(key, introspect(context, parameters, key, field))
                            : read(Objects.requireNonNull(normalized.get(key))));
        });
        return new Operation(List.copyOf(roots));
    }

    private Root.Read read(ExecutableNormalizedField field) {
        RootPlan plan = planner.plan(field);
        return new Root.Read(plan, renderer.render(plan));
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
