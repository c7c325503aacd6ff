package fr.jalon.execution;

import fr.jalon.answer.JsonBuffer;
import fr.jalon.execution.Operation.Answer;
import java.util.List;
import java.util.Map;

/** Responses of queries that ran, whose data did not come from the graph. */
public final class QueriedResponse {

    private QueriedResponse() {}

    /** The response of a query; not to be used again where it holds errors. */
    @SuppressWarnings("unchecked") // As section 7.1 of the GraphQL specification has it.
    public static GraphQlResponse of(Map<String, Object> body) {
        List<Map<String, Object>> errors = (List<Map<String, Object>>) body.getOrDefault("errors", List.of());
        return GraphQlResponse.queried(new Answer(JsonBuffer.of(body.get("data")), List.of(), 0, Map.of()), errors);
    }
}
