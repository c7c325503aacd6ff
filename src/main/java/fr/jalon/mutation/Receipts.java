package fr.jalon.mutation;

import fr.jalon.fact.FactTransaction;
import fr.jalon.fact.Report;
import fr.jalon.mutation.Mutations.Outcome;
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

    /** That of a report that bears a key, which is its account's own: no other uses it up. */
    static Optional<Report.Receipt> of(String mutation, Input input, String account) {
        String key = input.idempotencyKey();
        if (key == null) {
            return Optional.empty();
        }
        Map<String, Object> rest = new TreeMap<>(input.values());
        rest.remove(KEY);
        return Optional.of(new Report.Receipt(Checksum.of(account, key), Checksum.of(mutation, rest.toString())));
    }

    /** What the first was answered with; fails with {@link Invalid} where that was another. */
    static Optional<Outcome> find(FactTransaction facts, Report.Receipt receipt) {
        return facts.receipt(receipt.key()).map(kept -> {
            if (!receipt.body().equals(kept.get(0))) {
                throw new Invalid(new UserError(
                        UserError.Code.KEY_REUSED,
                        List.of("input", KEY),
                        "This key marks another report; expected a new key for a new report.",
                        kept.get(2)));
            }
            return new Outcome(kept.get(1), kept.get(2), List.of());
        });
    }
}
