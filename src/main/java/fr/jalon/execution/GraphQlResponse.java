package fr.jalon.execution;

import java.util.List;
import java.util.Map;

/**
 * What the server answers to a GraphQL request.
 *
 * @param outcome how far the request came, from which a transport derives its status
 * @param body the response map of the GraphQL specification, section 7: {@code data}, {@code errors}, {@code extensions}
 */
public record GraphQlResponse(Outcome outcome, Map<String, Object> body) {

    /** How far a request came. */
    public enum Outcome {
        /** The operation ran; {@code data} is present. */
        EXECUTED,
        /** The document does not parse or validate, or its variables do not fit; there is no {@code data}. */
        REJECTED,
        /** A mutation or subscription came where only a query may run. */
        NOT_READ_ONLY,
        /** The graph cannot be reached for now. */
        UNAVAILABLE
    }

    /** The answer while there is no graph to read; the message says what to do. */
    public static GraphQlResponse unavailable(String message) {
        Failure failure = Failure.of(ErrorCode.UNAVAILABLE, message);
        return new GraphQlResponse(Outcome.UNAVAILABLE, Map.of("errors", List.of(Errors.specification(failure))));
    }
}
