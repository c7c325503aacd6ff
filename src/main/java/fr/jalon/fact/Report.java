package fr.jalon.fact;

import fr.jalon.schema.GraphType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody reports at once, which becomes one entry of the history.
 *
 * @param about the node whose history it enters
 * @param kind a value of the contract's {@code ChangeKind}
 * @param holdsOn the day from which it is true, in Europe/Paris; not in the future
 * @param field the field it is about, as people read it; null where it is about none
 * @param before what the field held, in words
 * @param after what it holds from that day on, in words
 * @param creates a record inside the node that there is from then on, if the report needs one
 * @param effects values of fields that vary
 * @param note in French
 * @param evidence addresses that prove it
 * @param answers number of the change that it withdraws, accepts, refuses or verifies
 */
public record Report(
        Subject about,
        String kind,
        LocalDate holdsOn,
        @Nullable String field,
        @Nullable String before,
        @Nullable String after,
        @Nullable Creation creates,
        List<Effect> effects,
        @Nullable String note,
        List<String> evidence,
        @Nullable Long answers) {

    Report withoutEffects() {
        return new Report(about, kind, holdsOn, field, before, after, creates, List.of(), note, evidence, answers);
    }

    /** A node, by its concrete type and public id. */
    public record Subject(GraphType type, String id) {}

    /**
     * A record inside a node.
     *
     * @param node the record
     * @param field by which the node leads to it
     */
    public record Creation(Subject node, String field) {}

    /**
     * A field that holds another value from the day on.
     *
     * @param target the node that has it: the one that the report is about or a record inside it
     * @param field one that the contract lets vary
     * @param value as text: of a relationship the id of the node it leads to, but the label of a period; null for
     *     none
     */
    public record Effect(
            Subject target, String field, @Nullable String value) {

        private static final String SEPARATOR = "\n";

        /** What a kept effect is on, by id of the node and name of the field, and the value. */
        public record Named(
                String target, String field, @Nullable String value) {

            /** Fails with an {@link IllegalArgumentException} where it is no kept effect. */
            public static Named of(String kept) {
                String[] parts = kept.split(SEPARATOR, 3);
                if (parts.length < 2) {
                    throw new IllegalArgumentException("\"%s\" is no effect".formatted(kept));
                }
                return new Named(parts[0], parts[1], parts.length == 2 ? null : parts[2]);
            }
        }

        /** As an entry of the history keeps it; ids and names of fields have no line breaks. */
        String kept() {
            String start = target.id() + SEPARATOR + field;
            return value == null ? start : start + SEPARATOR + value;
        }

        /** Whether a kept effect is on this field. */
        boolean isKeptIn(Named kept) {
            return kept.target().equals(target.id()) && kept.field().equals(field);
        }
    }

    /**
     * Who reports.
     *
     * @param function as the public reads it, such as "AMDAC, MTFP"
     * @param account id of the account, which the public does not see
     * @param mandate id of the mandate by which they may; null for a role
     * @param channel by which it came in
     */
    public record Author(
            String function, String account, @Nullable String mandate, String channel) {}

    /**
     * An entry of the history.
     *
     * @param id public id of the change
     * @param number the graph's number from then on
     */
    public record Entry(String id, long number) {}

    /**
     * What tells a report that is sent again from another.
     *
     * @param key hash of an idempotency key and the account that chose it
     * @param body hash of all else that was sent
     */
    public record Receipt(String key, String body) {}
}
