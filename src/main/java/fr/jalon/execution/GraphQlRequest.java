package fr.jalon.execution;

import fr.jalon.access.Caller;
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
 * @param own whether it is the server's own, by the document of a computed field, and not one that came
 * @param caller who asks
 */
public record GraphQlRequest(
        String query,
        @Nullable String operationName,
        Map<String, Object> variables,
        Map<String, Object> extensions,
        boolean readOnly,
        boolean own,
        Caller caller) {

    /** An empty name is none, for the address of a GET has no other way to say so, and a request means the same by all ways. */
    public GraphQlRequest {
        operationName = operationName == null || operationName.isEmpty() ? null : operationName;
    }

    /** A request that came, of nobody in particular. */
    public GraphQlRequest(
            String query,
            @Nullable String operationName,
            Map<String, Object> variables,
            Map<String, Object> extensions,
            boolean readOnly) {
        this(query, operationName, variables, extensions, readOnly, false, Caller.ANONYMOUS);
    }

    /** Another document that only reads, of the same caller. */
    public GraphQlRequest asking(String document, Map<String, Object> values) {
        return new GraphQlRequest(document, operationName, values, Map.of(), true, false, caller);
    }

    /** The same request of somebody. */
    public GraphQlRequest by(Caller other) {
        return new GraphQlRequest(query, operationName, variables, extensions, readOnly, own, other);
    }

    /** The server asks itself for what a computed field is made from; its answer is that document's. */
    public static GraphQlRequest own(ComputedField field, Map<String, Object> variables) {
        return new GraphQlRequest(field.document(), null, variables, Map.of(), true, true, Caller.ANONYMOUS);
    }
}
