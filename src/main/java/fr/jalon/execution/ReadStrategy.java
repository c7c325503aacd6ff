package fr.jalon.execution;

import fr.jalon.answer.JsonBuffer;
import fr.jalon.cypher.ReadRenderer;
import fr.jalon.execution.Errors.Wording;
import fr.jalon.execution.Failure.Position;
import fr.jalon.execution.Failure.Refused;
import fr.jalon.execution.Operation.Answer;
import fr.jalon.execution.Operation.Root;
import fr.jalon.plan.GivenTexts;
import fr.jalon.plan.Moment;
import fr.jalon.plan.PlanException;
import fr.jalon.plan.PlanSize;
import fr.jalon.plan.Planner;
import fr.jalon.plan.RootPlan;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.CoercedVariables;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.MergedField;
import graphql.execution.MergedSelectionSet;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/**
 * Makes a query ready to run and runs it; the data of its result is an {@link Answer}.
 *
 * <p>The plan knows the type of every value, so the answer is completed from the rows without a fetcher per field;
 * introspection stays with graphql-java.
 */
final class ReadStrategy extends AsyncExecutionStrategy {

    private final Planner planner;
    private final ReadRenderer renderer;
    private final ComputedFields computed;
    private final PreparedOperations operations;
    private final OperationLimits limits;
    private final BiFunction<Operation, Extras, Answer> runs;

    ReadStrategy(
            Planner planner,
            ReadRenderer renderer,
            ComputedFields computed,
            PreparedOperations operations,
            OperationLimits limits,
            BiFunction<Operation, Extras, Answer> runs) {
        this.planner = planner;
        this.renderer = renderer;
        this.computed = computed;
        this.operations = operations;
        this.limits = limits;
        this.runs = runs;
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(
            ExecutionContext context, ExecutionStrategyParameters parameters) {
        GivenTexts given = new GivenTexts(context.getCoercedVariables().toMap());
        Operation operation = operations.keep(
                Objects.requireNonNull(context.getGraphQLContext().get(AnswerKey.Question.class)),
                given,
                operation(context, parameters, given));
        Answer answer = runs.apply(
                operation, Objects.requireNonNull(context.getGraphQLContext().get(Extras.class)));
        return CompletableFuture.completedFuture(new ExecutionResultImpl(answer, List.of()));
    }

    private Operation operation(ExecutionContext context, ExecutionStrategyParameters parameters, GivenTexts given) {
        Map<String, Root> answered = answered(normalized(context, given.variables()));
        List<Root> roots = new ArrayList<>();
        parameters.getFields().getSubFields().forEach((key, field) -> {
            Root root = answered.get(key);
            if (root == null) {
                given.knowAll();
                root = new Root.Constant(
                        key, introspect(context, parameters, key, field).toBytes());
            }
            roots.add(root);
        });
        return new Operation(List.copyOf(roots), List.of());
    }

    /** The fields with their arguments; what a variable leaves out of an argument is found here, after validation. */
    static List<ExecutableNormalizedField> normalized(ExecutionContext context, Map<String, Object> variables) {
        try {
            return ExecutableNormalizedOperationFactory.createExecutableNormalizedOperation(
                            context.getGraphQLSchema(),
                            context.getOperationDefinition(),
                            context.getFragmentsByName(),
                            CoercedVariables.of(variables))
                    .getTopLevelFields();
        } catch (GraphQLException e) {
            if (e instanceof GraphQLError error) {
                throw Refused.badRequest(Wording.of(error));
            }
            throw e;
        }
    }

    /** The root fields that the contract alone does not answer, by result key. */
    private Map<String, Root> answered(List<ExecutableNormalizedField> fields) {
        Map<String, Root> answered = new HashMap<>();
        PlanSize size = PlanSize.NONE;
        try {
            for (ExecutableNormalizedField field : fields) {
                if (computed.contain(field.getFieldName())) {
                    Root.Computed root = computed.compile(field);
                    for (RootPlan plan : root.plans()) {
                        size = size.plus(renderer.size(plan));
                    }
                    limits.check(size, Position.of(root.resultKey()));
                    answered.put(root.resultKey(), root);
                } else if (!field.getFieldName().startsWith("__")) {
                    RootPlan plan = planner.plan(field);
                    Moment moment = planner.moment(field);
                    size = size.plus(renderer.at(moment).size(plan));
                    limits.check(size, Position.of(plan.resultKey()));
                    answered.put(plan.resultKey(), Root.Read.of(plan, moment, renderer));
                }
            }
        } catch (PlanException e) {
            throw refused(e);
        }
        return answered;
    }

    static Refused refused(PlanException fault) {
        ErrorCode code = fault.isBeyondLimit() ? ErrorCode.TOO_COSTLY : ErrorCode.BAD_REQUEST;
        return new Refused(Failure.at(code, String.valueOf(fault.getMessage()), fault.path()));
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
