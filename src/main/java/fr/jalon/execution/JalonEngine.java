package fr.jalon.execution;

import fr.jalon.access.Caller;
import fr.jalon.cypher.ReadRenderer;
import fr.jalon.execution.AnswerKey.Question;
import fr.jalon.execution.AnswerKey.Version;
import fr.jalon.execution.Failure.Refused;
import fr.jalon.execution.MutationStrategy.NoMutations;
import fr.jalon.execution.Operation.Answer;
import fr.jalon.mutation.Mutations;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.GraphException;
import fr.jalon.plan.PageLimits;
import fr.jalon.plan.Planner;
import fr.jalon.schema.Checksum;
import fr.jalon.schema.Contract;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.execution.ExecutionStrategy;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers GraphQL requests from the graph. */
public final class JalonEngine implements GraphQlEngine {

    private static final Logger LOG = LoggerFactory.getLogger(JalonEngine.class);

    private final GraphQL graphQl;
    private final ParserOptions parserOptions;
    private final Supplier<Version> version;
    private final ComputedFields computed;
    private final OperationLimits limits;
    private final PreparsedDocuments documents;
    private final PreparedOperations operations;
    private final BiFunction<Operation, Extras, Answer> runs;

    /**
     * An engine for that contract on that graph, which only reads it.
     *
     * @param fields those that the contract wants computed
     */
    public JalonEngine(
            Contract contract, Graph graph, OperationLimits limits, PageLimits pages, List<ComputedField> fields) {
        this(contract, graph, limits, pages, fields, null, Build.running());
    }

    /**
     * An engine for that contract on that graph.
     *
     * @param fields those that the contract wants computed
     * @param mutations that it runs
     */
    public JalonEngine(
            Contract contract,
            Graph graph,
            OperationLimits limits,
            PageLimits pages,
            List<ComputedField> fields,
            Mutations mutations) {
        this(contract, graph, limits, pages, fields, mutations, Build.running());
    }

    /** An engine of another build, which may word the same facts otherwise. */
    JalonEngine(
            Contract contract,
            Graph graph,
            OperationLimits limits,
            PageLimits pages,
            List<ComputedField> fields,
            @Nullable Mutations mutations,
            String build) {
        this(contract, graph, limits, pages, fields, mutations, build, new CurrentCounts(graph, contract));
    }

    private JalonEngine(
            Contract contract,
            Graph graph,
            OperationLimits limits,
            PageLimits pages,
            List<ComputedField> fields,
            @Nullable Mutations mutations,
            String build,
            CurrentCounts counts) {
        this(
                contract,
                version(graph, Checksum.of(build, contract.checksum(), limits.toString(), pages.toString())),
                limits,
                pages,
                fields,
                counts.renderer(),
                graph.readsNodes() ? Promotion.beside(graph, ReadRenderer.ofValues(counts), limits) : null,
                mutations == null
                        ? new NoMutations()
                        : new MutationStrategy(
                                contract.graphQlSchema(),
                                new Planner(contract, pages),
                                ReadRenderer.ofValues(counts),
                                limits,
                                mutations),
                new Runs(contract, graph, limits, counts)::run);
    }

    /**
     * An engine that gives what is ready to run to others.
     *
     * @param version asked for each request
     * @param promotion of operations that are asked again and again, where their statements have two forms
     * @param mutations runs those
     */
    JalonEngine(
            Contract contract,
            Supplier<Version> version,
            OperationLimits limits,
            PageLimits pages,
            List<ComputedField> fields,
            ReadRenderer renderer,
            @Nullable Promotion promotion,
            ExecutionStrategy mutations,
            BiFunction<Operation, Extras, Answer> runs) {
        this.version = version;
        this.runs = runs;
        this.computed = new ComputedFields(contract, pages, fields, renderer);
        this.limits = limits;
        this.documents = new PreparsedDocuments(contract.graphQlSchema(), limits, computed::cost);
        this.operations = new PreparedOperations(contract.graphQlSchema(), documents, promotion);
        this.graphQl = GraphQL.newGraphQL(contract.graphQlSchema())
                .queryExecutionStrategy(
                        new ReadStrategy(new Planner(contract, pages), renderer, computed, operations, limits, runs))
                .mutationExecutionStrategy(mutations)
                .preparsedDocumentProvider(documents)
                .build();
        this.parserOptions = limits.parsing();
    }

    @Override
    public GraphQlResponse execute(GraphQlRequest request) {
        return execute(request, AnswerKey.of(Version.NOT_TOLD, request, AnswerKey.JSON));
    }

    @Override
    public GraphQlResponse execute(GraphQlRequest request, AnswerKey key) {
        try {
            return answer(request, key);
        } catch (Refused e) {
            return refused(e.failures());
        } catch (GraphException e) {
            return failed(e);
        } catch (RuntimeException e) {
            LOG.error("An operation failed by a fault of the server", e);
            String message = "The server failed on this operation; its log says why.";
            return failed(GraphQlResponse.Outcome.EXECUTED, Failure.of(ErrorCode.INTERNAL, message));
        }
    }

    @Override
    public Version version() {
        return version.get();
    }

    private static Supplier<Version> version(Graph graph, String program) {
        return () -> {
            try {
                return new Version.Exact(program, graph.version());
            } catch (GraphException e) {
                if (Errors.code(e) == ErrorCode.UNAVAILABLE) {
                    throw new UnavailableException(failed(e));
                }
                return Version.NOT_TOLD;
            }
        };
    }

    private GraphQlResponse answer(GraphQlRequest request, AnswerKey key) {
        Extras extras = Extras.of(key.extras());
        if (request.own()) {
            return response(runs.apply(computed.own(request, limits), extras));
        }
        Operation prepared = operations.prepared(key.question());
        if (prepared != null) {
            return response(runs.apply(prepared, extras));
        }
        if (request.readOnly() && !isQuery(request)) {
            String message = "Only a query may run here; send other operations by POST.";
            return failed(GraphQlResponse.Outcome.NOT_READ_ONLY, Failure.of(ErrorCode.BAD_REQUEST, message));
        }
        ExecutionResult result = graphQl.execute(input(request, key, extras));
        Answer answer = result.getData();
        // Without an answer nothing ran: the request is at fault.
        if (answer == null) {
            return refused(documents.asked(request.query(), result.getErrors()));
        }
        return isQuery(request) ? response(answer) : GraphQlResponse.mutated(answer, specification(answer.failures()));
    }

    private ExecutionInput input(GraphQlRequest request, AnswerKey key, Extras extras) {
        return ExecutionInput.newExecutionInput(request.query())
                .operationName(request.operationName())
                .variables(request.variables())
                .graphQLContext(context -> context.put(ParserOptions.class, parserOptions)
                        .put(Question.class, key.question())
                        .put(Caller.class, request.caller())
                        .put(Extras.class, extras))
                .build();
    }

    private static GraphQlResponse response(Answer answer) {
        return GraphQlResponse.queried(answer, specification(answer.failures()));
    }

    private static GraphQlResponse refused(List<? extends GraphQLError> errors) {
        return GraphQlResponse.of(GraphQlResponse.Outcome.REJECTED, Map.of("errors", specification(errors)));
    }

    private static List<Map<String, Object>> specification(List<? extends GraphQLError> errors) {
        return errors.stream().map(Errors::specification).toList();
    }

    private static GraphQlResponse failed(GraphException failure) {
        ErrorCode code = Errors.code(failure);
        if (code == ErrorCode.INTERNAL) {
            LOG.error("A statement failed", failure);
        }
        GraphQlResponse.Outcome outcome =
                code == ErrorCode.UNAVAILABLE ? GraphQlResponse.Outcome.UNAVAILABLE : GraphQlResponse.Outcome.EXECUTED;
        return failed(outcome, Failure.of(code, String.valueOf(failure.getMessage())));
    }

    private static GraphQlResponse failed(GraphQlResponse.Outcome outcome, Failure failure) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("errors", List.of(Errors.specification(failure)));
        if (outcome == GraphQlResponse.Outcome.EXECUTED) {
            body.put("data", null);
        }
        return GraphQlResponse.of(outcome, body);
    }

    private boolean isQuery(GraphQlRequest request) {
        if (!request.query().contains("mutation") && !request.query().contains("subscription")) {
            return true;
        }
        try {
            Document document = Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(request.query())
                    .parserOptions(parserOptions)
                    .build());
            return document.getDefinitionsOfType(OperationDefinition.class).stream()
                    .filter(operation -> request.operationName() == null
                            || request.operationName().equals(operation.getName()))
                    .allMatch(operation -> operation.getOperation() == OperationDefinition.Operation.QUERY);
        } catch (InvalidSyntaxException e) {
            return true;
        }
    }
}
