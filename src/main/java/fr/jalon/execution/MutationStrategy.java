package fr.jalon.execution;

import fr.jalon.access.Caller;
import fr.jalon.access.Decision;
import fr.jalon.answer.Completion;
import fr.jalon.answer.Completion.FieldError;
import fr.jalon.answer.JsonBuffer;
import fr.jalon.answer.RootRows;
import fr.jalon.cypher.ReadRenderer;
import fr.jalon.execution.Failure.Position;
import fr.jalon.execution.Failure.Refused;
import fr.jalon.execution.Operation.Answer;
import fr.jalon.mutation.Mutations;
import fr.jalon.mutation.Mutations.DeniedException;
import fr.jalon.mutation.Mutations.Outcome;
import fr.jalon.mutation.UserError;
import fr.jalon.neo4j.Transaction;
import fr.jalon.plan.Arguments;
import fr.jalon.plan.PlanException;
import fr.jalon.plan.PlanSize;
import fr.jalon.plan.Planner;
import fr.jalon.plan.RootPlan;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.execution.AsyncSerialExecutionStrategy;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.normalized.ExecutableNormalizedField;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Runs the fields of a mutation one after another, each in a transaction of its own that also reads what is selected of the
 * outcome; the data of its result is an {@link Answer}.
 *
 * <p>All are planned before the first runs, so that nothing is written of an operation that cannot be answered.
 */
final class MutationStrategy extends AsyncSerialExecutionStrategy {

    private static final String TYPENAME = "__typename";
    private static final String USER_ERRORS = "userErrors";
    private static final String CHANGE = "change";

    private final GraphQLSchema schema;
    private final Planner planner;
    private final ReadRenderer renderer;
    private final OperationLimits limits;
    private final Mutations mutations;

    /** @param renderer of statements that read values, for those run where the change is written */
    MutationStrategy(
            GraphQLSchema schema, Planner planner, ReadRenderer renderer, OperationLimits limits, Mutations mutations) {
        this.schema = schema;
        this.planner = planner;
        this.renderer = renderer;
        this.limits = limits;
        this.mutations = mutations;
    }

    /**
     * A field that is ready to run.
     *
     * @param nodes plans of the fields of its payload that hold nodes, of whatever id
     */
    private record Prepared(ExecutableNormalizedField field, Map<String, RootPlan.One> nodes) {

        @SuppressWarnings("unchecked") // The contract gives every mutation one argument, an input object.
        Map<String, Object> input() {
            return (Map<String, Object>) Arguments.of(field).required("input");
        }
    }

    /** What a field of the payload holds, as found where the change was written. */
    private record Found(Outcome outcome, Map<String, RootRows> rows) {}

    @Override
    public CompletableFuture<ExecutionResult> execute(
            ExecutionContext context, ExecutionStrategyParameters parameters) {
        Caller caller = Objects.requireNonNull(context.getGraphQLContext().get(Caller.class));
        List<Prepared> prepared = prepared(
                ReadStrategy.normalized(context, context.getCoercedVariables().toMap()));
        JsonBuffer json = new JsonBuffer();
        List<Failure> failures = new ArrayList<>();
        json.open('{');
        for (Prepared each : prepared) {
            json.name(each.field().getResultKey());
            write(each, caller, json, failures);
        }
        json.close('}');
        return CompletableFuture.completedFuture(
                new ExecutionResultImpl(new Answer(json, failures, 0, Map.of()), List.of()));
    }

    private List<Prepared> prepared(List<ExecutableNormalizedField> fields) {
        PlanSize size = PlanSize.NONE;
        List<Prepared> prepared = new ArrayList<>();
        try {
            for (ExecutableNormalizedField field : fields) {
                Map<String, RootPlan.One> nodes = new LinkedHashMap<>();
                for (ExecutableNormalizedField child : field.getChildren()) {
                    if (!child.getFieldName().equals(TYPENAME)
                            && !child.getFieldName().equals(USER_ERRORS)) {
                        String type =
                                GraphQLTypeUtil.unwrapAll(child.getType(schema)).getName();
                        RootPlan.One plan = planner.one(child, type, "");
                        size = size.plus(renderer.size(plan));
                        limits.check(size, Position.of(field.getResultKey()));
                        nodes.put(child.getResultKey(), plan);
                    }
                }
                prepared.add(new Prepared(field, nodes));
            }
        } catch (PlanException e) {
            throw ReadStrategy.refused(e);
        }
        return prepared;
    }

    private void write(Prepared prepared, Caller caller, JsonBuffer json, List<Failure> failures) {
        String key = prepared.field().getResultKey();
        if (prepared.field().getFieldName().equals(TYPENAME)) {
            json.value("Mutation");
            return;
        }
        try {
            Found found = mutations.run(
                    prepared.field().getFieldName(),
                    prepared.input(),
                    caller,
                    (transaction, outcome) -> read(prepared, outcome, transaction));
            complete(prepared, found, json, failures);
        } catch (DeniedException denied) {
            json.value(null);
            failures.add(failure(denied.decision(), key));
        }
    }

    private static Failure failure(Decision decision, String key) {
        return decision instanceof Decision.Unauthenticated unknown
                ? Failure.at(ErrorCode.UNAUTHENTICATED, unknown.reason(), List.of(key))
                : Failure.at(ErrorCode.FORBIDDEN, ((Decision.Forbidden) decision).reason(), List.of(key));
    }

    private Found read(Prepared prepared, Outcome outcome, Transaction transaction) {
        Map<String, RootRows> rows = new LinkedHashMap<>();
        for (ExecutableNormalizedField child : prepared.field().getChildren()) {
            RootPlan.One plan = prepared.nodes().get(child.getResultKey());
            @Nullable String id = child.getFieldName().equals(CHANGE) ? outcome.change() : outcome.node();
            if (plan != null && id != null) {
                RootPlan.One one = new RootPlan.One(plan.resultKey(), id, plan.node());
                rows.put(plan.resultKey(), Runs.Reads.read(one, renderer.render(one), transaction));
            }
        }
        return new Found(outcome, rows);
    }

    private void complete(Prepared prepared, Found found, JsonBuffer json, List<Failure> failures) {
        int start = json.size();
        List<FieldError> errors = new ArrayList<>();
        try {
            json.open('{');
            for (ExecutableNormalizedField child : prepared.field().getChildren()) {
                json.name(child.getResultKey());
                complete(prepared, child, found, json, errors);
            }
            json.close('}');
        } catch (Completion.Missing e) {
            json.cutTo(start);
            json.value(null);
        }
        errors.forEach(each -> failures.add(Failure.of(each)));
    }

    private static void complete(
            Prepared prepared, ExecutableNormalizedField child, Found found, JsonBuffer json, List<FieldError> errors) {
        if (child.getFieldName().equals(TYPENAME)) {
            json.value(child.getSingleObjectTypeName());
        } else if (child.getFieldName().equals(USER_ERRORS)) {
            userErrors(child, found.outcome().errors(), json);
        } else {
            RootRows rows = found.rows().get(child.getResultKey());
            if (rows == null) {
                json.value(null);
            } else {
                RootPlan.One plan = Objects.requireNonNull(prepared.nodes().get(child.getResultKey()));
                new Completion(child.getResultKey(), json, errors, List.of()).write(plan, rows);
            }
        }
    }

    private static void userErrors(ExecutableNormalizedField field, List<UserError> errors, JsonBuffer json) {
        json.open('[');
        for (UserError error : errors) {
            json.item();
            json.open('{');
            for (ExecutableNormalizedField child : field.getChildren()) {
                json.name(child.getResultKey());
                json.value(
                        child.getFieldName().equals(TYPENAME)
                                ? "UserError"
                                : error.fields().get(child.getFieldName()));
            }
            json.close('}');
        }
        json.close(']');
    }

    /** Refuses them all, where the graph is only read. */
    static final class NoMutations extends AsyncSerialExecutionStrategy {

        @Override
        public CompletableFuture<ExecutionResult> execute(
                ExecutionContext context, ExecutionStrategyParameters parameters) {
            throw Refused.badRequest("Only a query may run here; a server takes mutations, by POST.");
        }
    }
}
