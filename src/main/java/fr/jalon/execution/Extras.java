package fr.jalon.execution;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants told beside the data, which it says by extensions of its request.
 *
 * @param cost the rows that were estimated, and how many are allowed
 * @param explain the statements, and how the graph means to run them
 */
record Extras(boolean cost, boolean explain) {

    private static final String COST = "cost";
    private static final String EXPLAIN = "explain";

    /** Whether anything is said that concerns the server; clients put more there than that. */
    static boolean areAskedBy(GraphQlRequest request) {
        Map<String, Object> extensions = request.extensions();
        return !extensions.isEmpty() && (extensions.containsKey(COST) || extensions.containsKey(EXPLAIN));
    }

    /** Fails with {@link Refused} where something else than true or false is said. */
    static Extras of(GraphQlRequest request) {
        return new Extras(
                isTrue(COST, request.extensions().get(COST)),
                isTrue(EXPLAIN, request.extensions().get(EXPLAIN)));
    }

    private static boolean isTrue(String name, @Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw Refused.badRequest("The extension \"%s\" of the request is either true or false.".formatted(name));
    }
}
