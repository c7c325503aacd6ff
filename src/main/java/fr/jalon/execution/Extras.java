package fr.jalon.execution;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
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

    /** Those that a request's extensions ask for; clients put more there than that. */
    static Map<String, Object> named(Map<String, Object> extensions) {
        if (!extensions.containsKey(COST) && !extensions.containsKey(EXPLAIN)) {
            return Map.of();
        }
        Map<String, Object> named = new LinkedHashMap<>(extensions);
        named.keySet().retainAll(Set.of(COST, EXPLAIN));
        named.values().removeIf(value -> value == null || value.equals(false));
        return named;
    }

    /** Fails with {@link Refused} where something else than true or false is said. */
    static Extras of(Map<String, Object> named) {
        return new Extras(isTrue(COST, named.get(COST)), isTrue(EXPLAIN, named.get(EXPLAIN)));
    }

    private static boolean isTrue(String name, @Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw Refused.badRequest("The extension \"%s\" of the request is either true or false.".formatted(name));
    }
}
