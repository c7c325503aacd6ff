package fr.jalon.execution;

import fr.jalon.schema.Contract;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.List;

/** Tells before anyone asks a document whether it could be answered. */
public final class DocumentCheck {

    private final Documents documents;

    /**
     * A check against that contract and those limits.
     *
     * @param fields those that the contract wants computed
     */
    public DocumentCheck(Contract contract, OperationLimits limits, List<ComputedField> fields) {
        Limits checked = new Limits(limits, new ComputedFields(contract, fields)::cost);
        this.documents = new Documents(contract.graphQlSchema(), checked);
    }

    /** What is wrong with a document, each a sentence that begins with line and column where it has some. */
    public List<String> problems(String document) {
        ExecutionInput input = ExecutionInput.newExecutionInput(document).build();
        return documents.entry(input).getErrors().stream()
                .map(DocumentCheck::problem)
                .toList();
    }

    private static String problem(GraphQLError error) {
        List<SourceLocation> places = error.getLocations();
        String place = places == null || places.isEmpty()
                ? ""
                : "%s:%s: ".formatted(places.get(0).getLine(), places.get(0).getColumn());
        return place + (error instanceof Failure ? error.getMessage() : Wording.of(error));
    }
}
