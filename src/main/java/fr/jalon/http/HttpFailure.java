package fr.jalon.http;

import fr.jalon.http.documents.DocumentFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A request that gets no GraphQL answer; the message tells the client what was wrong and what was expected.
 *
 * <p>Its body is a GraphQL error response all the same, so that clients have one shape to read
 * (<a href="https://spec.graphql.org/September2025/#sec-Errors">GraphQL, Errors</a>).
 */
final class HttpFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    private final int legacyStatus;
    private final Duration retryAfter;
    private String challenge = "";

    private HttpFailure(int status, int legacyStatus, String code, String message) {
        this(status, legacyStatus, code, message, Duration.ZERO);
    }

    private HttpFailure(int status, int legacyStatus, String code, String message, Duration retryAfter) {
        // Told to the client, never traced: no stack is worth its cost.
        super(message, null, false, false);
        this.status = status;
        this.legacyStatus = legacyStatus;
        this.retryAfter = retryAfter;
        this.code = code;
    }

    static HttpFailure badRequest(String message) {
        return refused(400, message);
    }

    static HttpFailure refused(int status, String message) {
        return new HttpFailure(status, status, "BAD_REQUEST", message);
    }

    /**
     * Whoever asks has to say who it is (<a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750, section 3</a>).
     *
     * @param given whether something was said that does not hold
     */
    static HttpFailure unauthenticated(String message, boolean given) {
        HttpFailure failure = new HttpFailure(401, 401, "UNAUTHENTICATED", message);
        failure.challenge = given
                ? "Bearer realm=\"jalon\", error=\"invalid_token\", error_description=\"%s\"".formatted(message)
                : "Bearer realm=\"jalon\"";
        return failure;
    }

    static HttpFailure forbidden(String message) {
        return new HttpFailure(403, 403, "FORBIDDEN", message);
    }

    static HttpFailure tooMany(String message, Duration retryAfter) {
        return new HttpFailure(429, 429, "TOO_MANY_REQUESTS", message, retryAfter);
    }

    static HttpFailure notFound(String path) {
        return new HttpFailure(
                404, 404, "NOT_FOUND", "There is nothing at %s; see /graphiql and /graphql".formatted(path));
    }

    /** Clients know some of these by heart, and those from before the specification expect the status of an answer. */
    static HttpFailure of(DocumentFailure failure) {
        String message = String.valueOf(failure.getMessage());
        return switch (failure.kind()) {
            case MISSING, MALFORMED -> badRequest(message);
            case UNKNOWN -> new HttpFailure(404, 404, "NOT_FOUND", message);
            case UNTRUSTED -> new HttpFailure(403, 403, "FORBIDDEN", message);
            case PERSISTED_QUERY_NOT_FOUND, PERSISTED_QUERY_NOT_SUPPORTED ->
                new HttpFailure(404, 200, failure.kind().name(), message);
        };
    }

    static HttpFailure busy(String message, Duration retryAfter) {
        return new HttpFailure(503, 503, "UNAVAILABLE", message, retryAfter);
    }

    static HttpFailure internal() {
        return new HttpFailure(500, 500, "INTERNAL", "The server failed on this request; its log tells why");
    }

    int status(AnswerType type) {
        return type == AnswerType.JSON ? legacyStatus : status;
    }

    /** Zero unless trying again later helps. */
    Duration retryAfter() {
        return retryAfter;
    }

    /** What is asked of the client to be known, in the words of HTTP; empty where that would not help. */
    String challenge() {
        return challenge;
    }

    String code() {
        return code;
    }

    Map<String, Object> body() {
        Map<String, Object> error = Map.of("message", String.valueOf(getMessage()), "extensions", Map.of("code", code));
        return Map.of("errors", List.of(error));
    }
}
