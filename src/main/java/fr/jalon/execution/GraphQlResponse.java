package fr.jalon.execution;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.answer.JsonBuffer;
import fr.jalon.execution.Operation.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What the server answers to a GraphQL request: section 7 of the GraphQL specification, as JSON in UTF-8. */
public final class GraphQlResponse {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int FIXED_BYTES = 100;

    private final Outcome outcome;
    private final byte[] json;
    private final List<String> codes;
    private final OptionalLong cost;
    private final boolean repeatable;

    private GraphQlResponse(Outcome outcome, byte[] json, List<String> codes, OptionalLong cost, boolean query) {
        this.outcome = outcome;
        this.json = json;
        this.codes = codes;
        this.cost = cost;
        this.repeatable = query && codes.isEmpty();
    }

    /** How far a request came. */
    public enum Outcome {
        /** The operation ran; {@code data} is present. */
        EXECUTED,
        /** The document does not parse or validate, or its variables do not fit; there is no {@code data}. */
        REJECTED,
        /** A mutation or subscription came where only a query may run. */
        NOT_READ_ONLY,
        /** Nobody is known to ask for what only those may that are. */
        UNAUTHENTICATED,
        /** Whoever asks may do nothing of what is asked. */
        FORBIDDEN,
        /** The graph cannot be reached for now. */
        UNAVAILABLE
    }

    /** A response whose parts are not JSON yet. */
    public static GraphQlResponse of(Outcome outcome, Map<String, Object> body) {
        return new GraphQlResponse(
                outcome, JsonBuffer.of(body).toBytes(), codes(body.get("errors")), OptionalLong.empty(), false);
    }

    /** The response of a query that ran; errors come first, where a reader sees them, and extensions, if any, last. */
    static GraphQlResponse queried(Answer answer, List<Map<String, Object>> errors) {
        JsonBuffer json = new JsonBuffer();
        json.open('{');
        if (!errors.isEmpty()) {
            json.name("errors");
            json.raw(JsonBuffer.of(errors));
        }
        json.name("data");
        json.raw(answer.data());
        if (!answer.extensions().isEmpty()) {
            json.name("extensions");
            json.raw(JsonBuffer.of(answer.extensions()));
        }
        json.close('}');
        return new GraphQlResponse(
                Outcome.EXECUTED,
                json.toBytes(),
                codes(errors),
                OptionalLong.of(answer.cost()),
                answer.extensions().isEmpty());
    }

    /** The response of a mutation, which is no answer to anybody else. */
    static GraphQlResponse mutated(Answer answer, List<Map<String, Object>> errors) {
        GraphQlResponse whole = queried(answer, errors);
        return new GraphQlResponse(denial(answer, whole.codes), whole.json, whole.codes, OptionalLong.empty(), false);
    }

    /** Where all is denied the transport tells so; what was done in part is told in the errors alone. */
    private static Outcome denial(Answer answer, List<String> codes) {
        if (codes.contains(ErrorCode.UNAUTHENTICATED.name())) {
            return Outcome.UNAUTHENTICATED;
        }
        boolean denied = codes.contains(ErrorCode.FORBIDDEN.name())
                && answer.data().toMap().values().stream().allMatch(Objects::isNull);
        return denied ? Outcome.FORBIDDEN : Outcome.EXECUTED;
    }

    /** The answer while there is no graph to read; the message says what to do. */
    public static GraphQlResponse unavailable(String message) {
        Failure failure = Failure.of(ErrorCode.UNAVAILABLE, message);
        return of(Outcome.UNAVAILABLE, Map.of("errors", List.of(Errors.specification(failure))));
    }

    /** How far the request came, from which a transport derives its status. */
    public Outcome outcome() {
        return outcome;
    }

    /** Whether the same request gets the same answer for as long as the graph does not change. */
    public boolean isRepeatable() {
        return repeatable;
    }

    /** The response map; not to be changed. */
    public byte[] json() {
        return json;
    }

    /** How many bytes it takes to keep. */
    int footprint() {
        return FIXED_BYTES + json.length;
    }

    /** {@code extensions.code} of every error in the order of the response; empty if the answer is whole. */
    public List<String> codes() {
        return codes;
    }

    /** How many rows of the graph the answer holds, as estimated before it was read; empty if none was. */
    public OptionalLong cost() {
        return cost;
    }

    /** The response map as Java's values: {@code data}, {@code errors}, {@code extensions}. */
    public Map<String, Object> body() {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, Object>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> codes(@Nullable Object errors) {
        return errors instanceof List<?> list
                ? list.stream().map(GraphQlResponse::code).toList()
                : List.of();
    }

    private static String code(Object error) {
        return error instanceof Map<?, ?> map
                        && map.get("extensions") instanceof Map<?, ?> extensions
                        && extensions.get("code") instanceof String code
                ? code
                : ErrorCode.INTERNAL.name();
    }
}
