package fr.jalon.execution;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Responses as an engine gives them, for tests of what is around engines. */
public final class Responses {

    private Responses() {}

    /** The response of a query that ran. */
    @SuppressWarnings("unchecked") // A list of errors holds objects, as the specification says.
    public static GraphQlResponse queried(Map<String, Object> body) {
        Answer answer = new Answer(JsonBuffer.of(body.get("data")), List.of(), 0, Map.of());
        return GraphQlResponse.queried(
                answer, (List<Map<String, Object>>) Objects.requireNonNullElse(body.get("errors"), List.of()));
    }
}
