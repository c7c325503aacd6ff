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
        List<Effect> effects,
        @Nullable String note,
        List<String> evidence,
        @Nullable Long answers) {

    Report withoutEffects() {
        return new Report(about, kind, holdsOn, field, before, after, List.of(), note, evidence, answers);
    }

    /** A node, by its concrete type and public id. */
    public record Subject(GraphType type, String id) {}

    /**
     * A field that holds another value from the day on.
     *
     * @param target the node that has it: the one that the report is about or a record inside it
     * @param field one that the contract lets vary
     * @param value as text: of a relationship the id of the node it leads to; null for none
     */
    public record Effect(Subject target, String field, @Nullable String value) {

        private static final String SEPARATOR = "\n";

        /** What a kept effect is on: id of the node and name of the field. */
        record Named(String target, String field) {

            static Named of(String kept) {
                int end = kept.indexOf(SEPARATOR);
                int behind = kept.indexOf(SEPARATOR, end + 1);
                return new Named(kept.substring(0, end), kept.substring(end + 1, behind < 0 ? kept.length() : behind));
            }
        }

        /** As an entry of the history keeps it; ids and names of fields have no line breaks. */
        String kept() {
            String start = target.id() + SEPARATOR + field;
            return value == null ? start : start + SEPARATOR + value;
        }

        /** Whether a kept effect is on this field. */
        boolean isKeptIn(String kept) {
            String start = target.id() + SEPARATOR + field;
            return kept.equals(start) || kept.startsWith(start + SEPARATOR);
        }

        /** The value of a kept effect on this field. */
        @Nullable
        String keptValue(String kept) {
            int start = target.id().length() + field.length() + 2 * SEPARATOR.length();
            return start > kept.length() ? null : kept.substring(start);
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
            String function,
            String account,
            @Nullable String mandate,
            String channel) {}

    /**
     * An entry of the history.
     *
     * @param id public id of the change
     * @param number the graph's number from then on
     */
    public record Entry(String id, long number) {}
}
