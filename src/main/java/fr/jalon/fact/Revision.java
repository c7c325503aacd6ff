package fr.jalon.fact;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.neo4j.Transaction;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the graph says of the seed that was loaded last; every part is empty before the first load.
 *
 * <p>Its node counts every write that changed a fact, as {@code number}, and is the lock that writers take.
 *
 * @param seed checksum of the seed
 * @param origin where its files were, as whoever loaded it named the place
 * @param rules checksum of the contract and of the way by which files became the graph
 * @param texts checksum of the texts of documents from which citations took their excerpts; empty where there were none
 */
public record Revision(String seed, String origin, String rules, String texts) {

    private static final int SHORT = 8;
    private static final String ID = "graph";

    /** Reads the revision. */
    public static Revision read(Transaction transaction) {
        return of(transaction.run(new CypherStatement(
                "MATCH (r:Revision {id: $id})"
                        + " RETURN coalesce(r.seed, ''), coalesce(r.origin, ''), coalesce(r.rules, ''), coalesce(r.texts, '')",
                Map.of("id", ID))));
    }

    /** Keeps every other writer out until the transaction ends; servers that share a graph write one by one. */
    static void lock(Transaction transaction) {
        // To set what is set already takes the lock, and to make the node does.
        transaction.run(new CypherStatement("MERGE (r:Revision {id: $id}) SET r.id = r.id", Map.of("id", ID)));
    }

    /** Notes it, and that the last change came in at that moment; where none did it counts one more all the same. */
    void advance(Transaction transaction, Moment last) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", ID);
        values.put("seed", seed);
        values.put("origin", origin);
        values.put("rules", rules);
        values.put("texts", texts);
        values.put("number", last.number());
        values.put("enteredAt", last.enteredAt());
        transaction.run(new CypherStatement("""
                MATCH (r:Revision {id: $id})
                SET r.seed = $seed, r.origin = $origin, r.rules = $rules, r.texts = $texts, r.enteredAt = $enteredAt,
                    r.number = CASE WHEN $number > coalesce(r.number, 0) THEN $number ELSE coalesce(r.number, 0) + 1 END""", values));
    }

    /**
     * When a change came in.
     *
     * @param number of the graph from then on
     * @param enteredAt in UTC; null as long as none did
     */
    record Moment(long number, @Nullable OffsetDateTime enteredAt) {

        static Moment last(Transaction transaction) {
            return transaction.run(HistoryStatements.last()).stream()
                    .findFirst()
                    .map(row -> new Moment((Long) row[0], (OffsetDateTime) row[1]))
                    .orElseGet(() -> new Moment(0, null));
        }

        /** The next one, which is never before this one, whatever the clock says. */
        Moment next(Instant clock) {
            OffsetDateTime now = clock.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
            return new Moment(number + 1, enteredAt == null || now.isAfter(enteredAt) ? now : enteredAt);
        }
    }

    /** Whether a seed was loaded at all. */
    public boolean isLoaded() {
        return !seed.isEmpty();
    }

    /** Whether a graph of this revision is what another asks for; where the other has no texts, any excerpts are welcome. */
    public boolean satisfies(Revision wanted) {
        return seed.equals(wanted.seed) && (wanted.texts.isEmpty() || texts.equals(wanted.texts));
    }

    /** The seed in words, as {@code graph-seed (checksum 1a2b3c4d)}. */
    public String title() {
        String checksum = "checksum " + seed.substring(0, Math.min(SHORT, seed.length()));
        return origin.isEmpty() ? checksum : "%s (%s)".formatted(origin, checksum);
    }

    private static Revision of(List<Object[]> rows) {
        if (rows.isEmpty()) {
            return new Revision("", "", "", "");
        }
        Object[] row = rows.get(0);
        return new Revision(
                String.valueOf(row[0]), String.valueOf(row[1]), String.valueOf(row[2]), String.valueOf(row[3]));
    }
}
