package fr.jalon.execution;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps operations that are ready to run, by document, name and variables, bounded by their size in memory. */
final class Operations {

    private static final long BYTES = 32_000_000;

    private final Cache<Key, Operation> operations = Caffeine.newBuilder()
            .maximumWeight(BYTES)
            .weigher((Key key, Operation operation) -> key.weight() + operation.weight())
            .build();

    /**
     * What a client asks.
     *
     * @param document the text, whole
     * @param name which operation of the document; null where it holds one
     * @param variables raw values as JSON gave them
     */
    record Key(String document, @Nullable String name, Map<String, Object> variables) {

        static Key of(GraphQlRequest request) {
            return new Key(request.query(), request.operationName(), request.variables());
        }

        static Key of(ExecutionInput input) {
            return new Key(
                    input.getQuery(),
                    input.getOperationName(),
                    input.getRawVariables().toMap());
        }

        int weight() {
            return 2 * document.length() + 2 * variables.toString().length();
        }
    }

    @Nullable
    Operation known(Key key) {
        return operations.getIfPresent(key);
    }

    void keep(Key key, Operation operation) {
        operations.put(key, operation);
    }
}
