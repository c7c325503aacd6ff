package fr.jalon.execution;

import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.GraphException;
import fr.jalon.plan.PageLimits;
import fr.jalon.schema.Checksum;
import fr.jalon.schema.Contract;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers GraphQL requests from the graph. */
public final class JalonEngine implements GraphQlEngine {

    private static final Logger LOG = LoggerFactory.getLogger(JalonEngine.class);

    private final GraphQL graphQl;
    private final ParserOptions parserOptions;
    private final Graph graph;
    private final String rules;
    private final Operations operations;
    private final Runs runs;

    /**
     * An engine for that contract on that graph.
     *
     * @param fields those that the contract wants computed
     */
    public JalonEngine(
            Contract contract, Graph graph, OperationLimits limits, PageLimits pages, List<ComputedField> fields) {
        this.graph = graph;
        // Another version of the program may word the same facts otherwise.
        String program = String.valueOf(JalonEngine.class.getPackage().getImplementationVersion());
        this.rules = Checksum.of(program, contract.checksum(), limits.toString(), pages.toString());
        this.runs = new Runs(contract, graph, limits);
        ComputedFields computed = new ComputedFields(contract, fields);
        Limits checked = new Limits(limits, computed::cost);
        Documents documents = new Documents(contract.graphQlSchema(), checked);
        this.operations = new Operations(contract.graphQlSchema(), documents);
        this.graphQl = GraphQL.newGraphQL(contract.graphQlSchema())
                .queryExecutionStrategy(
                        new ReadStrategy(new RootCompiler(contract, pages), computed, operations, checked, runs))
                .preparsedDocumentProvider(documents)
                .build();
        this.parserOptions = ParserOptions.getDefaultOperationParserOptions()
                .transform(builder -> builder.maxTokens(limits.tokens()));
    }

    @Override
    public GraphQlResponse execute(GraphQlRequest request) {
        try {
            return answer(request, Extras.of(request));
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
    public Optional<String> version() {
        try {
            return Optional.of(rules + " " + graph.version());
        } catch (GraphException e) {
            if (Errors.code(e) == ErrorCode.UNAVAILABLE) {
                throw new UnavailableException(failed(e));
            }
            return Optional.empty();
        }
    }

    private GraphQlResponse answer(GraphQlRequest request, Extras extras) {
        Operation known = operations.known(request);
        if (known != null) {
            return told(runs.run(known, extras));
        }
        if (request.readOnly() && !isQuery(request)) {
            String message = "Only a query may run here; send other operations by POST.";
            return failed(GraphQlResponse.Outcome.NOT_READ_ONLY, Failure.of(ErrorCode.BAD_REQUEST, message));
        }
        return told(graphQl.execute(input(request, extras)));
    }

    private ExecutionInput input(GraphQlRequest request, Extras extras) {
        return ExecutionInput.newExecutionInput(request.query())
                .operationName(request.operationName())
                .variables(request.variables())
                .graphQLContext(context ->
                        context.put(ParserOptions.class, parserOptions).put(Extras.class, extras))
                .build();
    }

    /** Without an answer nothing ran: the request is at fault. */
    private static GraphQlResponse told(ExecutionResult result) {
        Answer answer = result.getData();
        return answer == null ? refused(result.getErrors()) : told(answer);
    }

    private static GraphQlResponse told(Answer answer) {
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

    private static boolean isQuery(GraphQlRequest request) {
        if (!request.query().contains("mutation") && !request.query().contains("subscription")) {
            return true;
        }
        try {
            Document document = new Parser().parseDocument(request.query());
            return document.getDefinitionsOfType(OperationDefinition.class).stream()
                    .filter(operation -> request.operationName() == null
                            || request.operationName().equals(operation.getName()))
                    .allMatch(operation -> operation.getOperation() == OperationDefinition.Operation.QUERY);
        } catch (InvalidSyntaxException e) {
            return true;
        }
    }
}
