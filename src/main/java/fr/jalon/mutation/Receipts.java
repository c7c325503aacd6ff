package fr.jalon.mutation;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.fact.FactTransaction;
import fr.jalon.mutation.UserError.Invalid;
import fr.jalon.schema.Checksum;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was answered to reports that bear an idempotency key, for ever, so that one that is sent again is not written again
 * (after the draft on the HTTP header field of that name, <a
 * href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">IETF</a>).
 */
final class Receipts {

    private static final String KEY = "idempotencyKey";

    private Receipts() {}

    /**
     * A report that bears a key.
     *
     * @param key hash of the account and the key, which no other account can use up
     * @param body hash of all else that is reported
     */
    record Marked(String key, String body) {

        static Optional<Marked> of(String mutation, Input input, String account) {
            String key = input.idempotencyKey();
            if (key == null) {
                return Optional.empty();
            }
            Map<String, Object> rest = new TreeMap<>(input.values());
            rest.remove(KEY);
            return Optional.of(new Marked(Checksum.of(account, key), Checksum.of(mutation, rest.toString())));
        }
    }

    /** The ids of the node and the change that the first was answered with; fails with {@link Invalid} where that was another. */
    static Optional<List<String>> find(FactTransaction facts, Marked marked) {
        return facts
                .run(new CypherStatement(
                        "MATCH (r:Receipt {key: $key}) RETURN r.body, r.node, r.change", Map.of("key", marked.key())))
                .stream()
                .findFirst()
                .map(row -> {
                    if (!marked.body().equals(row[0])) {
                        throw new Invalid(new UserError(
                                UserError.Code.KEY_REUSED,
                                List.of("input", KEY),
                                "This key marks another report; expected a new key for a new report.",
                                String.valueOf(row[2])));
                    }
                    return List.of(String.valueOf(row[1]), String.valueOf(row[2]));
                });
    }

    static void keep(FactTransaction facts, Marked marked, String node, String change) {
        facts.run(new CypherStatement(
                "CREATE (:Receipt {key: $key, body: $body, node: $node, change: $change})",
                Map.of("key", marked.key(), "body", marked.body(), "node", node, "change", change)));
    }
}
