package fr.jalon.execution;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A GraphQL request as the transport received it.
 *
 * @param query the document
 * @param operationName which operation of the document to run, when it holds several
 * @param variables raw values as JSON gave them
 * @param extensions what the client adds beside the specification
 * @param readOnly whether only a query may run, as for HTTP GET
 */
public record GraphQlRequest(
        String query,
        @Nullable String operationName,
        Map<String, Object> variables,
        Map<String, Object> extensions,
        boolean readOnly) {

    /** An empty name is none, for the address of a GET has no other way to say so, and a request means the same by all ways. */
    public GraphQlRequest {
        operationName = operationName == null || operationName.isEmpty() ? null : operationName;
    }
}
