package fr.jalon.fact;

import fr.jalon.neo4j.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change as the graph keeps it, for ever.
 *
 * @param properties by name; what the contract shows of it and what it keeps besides
 * @param answers number of the change that it answers
 * @param key hash of the idempotency key under which it was reported, if there was one
 * @param body hash of what was reported under that key
 */
public record StoredChange(
        Map<String, Object> properties,
        @Nullable Long answers,
        @Nullable String key,
        @Nullable String body) {

    /** All changes in the order in which they came in. */
    @SuppressWarnings("unchecked") // Properties have names.
    public static List<StoredChange> all(Transaction transaction) {
        return transaction.run(HistoryStatements.allChanges()).stream()
                .map(row -> new StoredChange(
                        (Map<String, Object>) Objects.requireNonNull(row[0]), (Long) row[1], (String) row[2], (String)
                                row[3]))
                .toList();
    }
}
