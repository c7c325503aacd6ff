package fr.jalon.http;

import fr.jalon.execution.GraphQlRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request as they came; its document may be told by name alone.
 *
 * @param query the document, if the client sent it
 * @param documentId what names the document, by
 *     <a href="https://github.com/graphql/graphql-over-http/blob/main/spec/Appendix%20A%20--%20Persisted%20Documents.md">
 *     GraphQL over HTTP, Persisted Documents</a>
 * @param readOnly whether only a query may run, as for HTTP GET
 */
record Asked(
        @Nullable String query,
        @Nullable String documentId,
        @Nullable String operationName,
        Map<String, Object> variables,
        Map<String, Object> extensions,
        boolean readOnly) {

    private static final String PERSISTED = "persistedQuery";
    private static final String SHA256 = "sha256:";

    /** The request, its document found. */
    GraphQlRequest with(String document) {
        return new GraphQlRequest(document, operationName, variables, extensions, readOnly);
    }

    /** The name that an operator gave the document, if the client tells one. */
    @Nullable
    String name() {
        return documentId == null || documentId.contains(":") ? null : documentId;
    }

    /**
     * The SHA-256 of the document, if the client tells one, in either of the usual ways.
     *
     * @throws HttpFailure 400 if it tells one in another way
     */
    @Nullable
    String hash() {
        if (documentId != null && documentId.startsWith(SHA256)) {
            return documentId.substring(SHA256.length());
        }
        if (documentId != null && documentId.contains(":")) {
            throw HttpFailure.badRequest(
                    "\"documentId\" is \"%s\"; expected \"sha256:\" and the hash, or a name".formatted(documentId));
        }
        Object persisted = extensions.get(PERSISTED);
        return persisted == null ? null : hashIn(persisted);
    }

    private static String hashIn(Object persisted) {
        if (persisted instanceof Map<?, ?> map
                && map.get("sha256Hash") instanceof String hash
                && map.get("version") instanceof Integer version
                && version == 1) {
            return hash;
        }
        throw HttpFailure.badRequest(
                "\"extensions.persistedQuery\" is of another kind; expected {\"version\": 1, \"sha256Hash\": \"...\"}");
    }
}
