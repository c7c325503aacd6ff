package fr.jalon.execution;

import fr.jalon.answer.JsonBuffer;
import fr.jalon.cost.GraphCounts;
import fr.jalon.cypher.ReadRenderer;
import fr.jalon.execution.AnswerKey.Question;
import fr.jalon.execution.Errors.Wording;
import fr.jalon.execution.Failure.Refused;
import fr.jalon.execution.Operation.Answer;
import fr.jalon.neo4j.Graph;
import fr.jalon.plan.PageLimits;
import fr.jalon.plan.Planner;
import fr.jalon.schema.Contract;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.language.Document;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.parser.ParserOptions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells before anyone asks a document whether it could be answered. */
public final class DocumentCheck {

    private final ParserOptions parsing;
    private final PreparsedDocuments documents;
    private final GraphQL planning;

    /**
     * A check against that contract and those limits, but for the rows of the answer.
     *
     * @param fields those that the contract wants computed
     */
    public DocumentCheck(Contract contract, OperationLimits limits, PageLimits pages, List<ComputedField> fields) {
        this(contract, limits, pages, fields, ReadRenderer.ofNodes(() -> GraphCounts.NONE), operation -> {});
    }

    /** The same, and against the rows that the answer would hold on that graph. */
    public DocumentCheck(
            Contract contract, OperationLimits limits, PageLimits pages, List<ComputedField> fields, Graph graph) {
        this(contract, limits, pages, fields, graph, new CurrentCounts(graph, contract));
    }

    private DocumentCheck(
            Contract contract,
            OperationLimits limits,
            PageLimits pages,
            List<ComputedField> fields,
            Graph graph,
            CurrentCounts counts) {
        this(contract, limits, pages, fields, counts.renderer(), new Runs(contract, graph, limits, counts)::affordable);
    }

    private DocumentCheck(
            Contract contract,
            OperationLimits limits,
            PageLimits pages,
            List<ComputedField> fields,
            ReadRenderer renderer,
            Consumer<Operation> rows) {
        ComputedFields computed = new ComputedFields(contract, pages, fields, renderer);
        this.parsing = limits.parsing();
        this.documents = new PreparsedDocuments(contract.graphQlSchema(), limits, computed::cost);
        this.planning = GraphQL.newGraphQL(contract.graphQlSchema())
                .queryExecutionStrategy(new ReadStrategy(
                        new Planner(contract, pages),
                        renderer,
                        computed,
                        new PreparedOperations(contract.graphQlSchema(), documents, null),
                        limits,
                        (operation, extras) -> planned(operation, rows)))
                .preparsedDocumentProvider(documents)
                .build();
    }

    /**
     * What is wrong with a document, each a sentence that begins with line and column where it has some.
     *
     * @param variables values to ask it with; an operation that needs others is not checked for what they would make of it
     */
    public List<String> problems(String document, Map<String, Object> variables) {
        var entry = documents.entry(input(document, variables, null));
        Stream<? extends GraphQLError> errors = entry.hasErrors()
                ? entry.getErrors().stream()
                : operations(Objects.requireNonNull(entry.getDocument()), variables)
                        .flatMap(each -> errors(input(document, variables, each.getName())));
        return errors.map(DocumentCheck::problem).toList();
    }

    private Stream<GraphQLError> errors(ExecutionInput input) {
        try {
            return planning.execute(input).getErrors().stream();
        } catch (Refused refused) {
            return refused.failures().stream().map(failure -> failure);
        }
    }

    private static Stream<OperationDefinition> operations(Document document, Map<String, Object> variables) {
        return document.getDefinitionsOfType(OperationDefinition.class).stream()
                .filter(operation -> operation.getVariableDefinitions().stream()
                        .allMatch(each -> variables.containsKey(each.getName())
                                || each.getDefaultValue() != null
                                || !(each.getType() instanceof NonNullType)));
    }

    private static Answer planned(Operation operation, Consumer<Operation> rows) {
        rows.accept(operation);
        return new Answer(JsonBuffer.of(null), List.of(), 0, Map.of());
    }

    private ExecutionInput input(String document, Map<String, Object> variables, @Nullable String operation) {
        return ExecutionInput.newExecutionInput(document)
                .operationName(operation)
                .variables(variables)
                .graphQLContext(context -> context.put(ParserOptions.class, parsing)
                        .put(
                                Question.class,
                                Question.of(new GraphQlRequest(document, operation, variables, Map.of(), true)))
                        .put(Extras.class, new Extras(false, false, false)))
                .build();
    }

    private static String problem(GraphQLError error) {
        List<SourceLocation> places = error.getLocations();
        String place = places == null || places.isEmpty()
                ? ""
                : "%s:%s: ".formatted(places.get(0).getLine(), places.get(0).getColumn());
        return place + (error instanceof Failure ? error.getMessage() : Wording.of(error));
    }
}
