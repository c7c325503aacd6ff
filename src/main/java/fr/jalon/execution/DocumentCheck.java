package fr.jalon.execution;

import fr.jalon.schema.Contract;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.language.Document;
import graphql.language.SourceLocation;
import java.util.List;

/** Tells before anyone asks a document whether it could be answered. */
public final class DocumentCheck {

    private final Contract contract;
    private final DocumentLimits limits;

    /** A check against that contract and those limits. */
    public DocumentCheck(Contract contract, OperationLimits limits) {
        this.contract = contract;
        this.limits = new DocumentLimits(limits);
    }

    /** What is wrong with a document, each a sentence that begins with line and column where it has some. */
    public List<String> problems(String document) {
        ParseAndValidateResult result = ParseAndValidate.parseAndValidate(
                contract.graphQlSchema(),
                ExecutionInput.newExecutionInput(document).build());
        Document parsed = result.getDocument();
        if (parsed == null || result.isFailure()) {
            return result.getErrors().stream().map(DocumentCheck::problem).toList();
        }
        return limits.check(parsed).stream().map(Failure::message).toList();
    }

    private static String problem(GraphQLError error) {
        List<SourceLocation> places = error.getLocations();
        String place = places == null || places.isEmpty()
                ? ""
                : "%d:%d: ".formatted(places.get(0).getLine(), places.get(0).getColumn());
        return place + Wording.of(error);
    }
}
