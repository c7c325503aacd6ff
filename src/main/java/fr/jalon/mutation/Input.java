package fr.jalon.mutation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The coerced input of a mutation.
 *
 * @param values by name; those that were not given are not there
 */
record Input(Map<String, Object> values) {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final int LONGEST_NOTE = 5_000;
    private static final int LONGEST_KEY = 200;
    private static final int MOST_EVIDENCE = 20;
    private static final int LONGEST_ADDRESS = 2_000;

    /** A value that the contract requires. */
    String required(String name) {
        return String.valueOf(Objects.requireNonNull(values.get(name), name));
    }

    @Nullable
    String text(String name) {
        Object value = values.get(name);
        return value == null || String.valueOf(value).isBlank()
                ? null
                : String.valueOf(value).strip();
    }

    /** The day from which the report is true; fails with {@link UserError.Invalid} where that is in the future. */
    LocalDate holdsOn(LocalDate today) {
        LocalDate day = values.get("holdsOn") instanceof LocalDate given ? given : today;
        if (day.isAfter(today)) {
            throw UserError.invalid(
                    "holdsOn",
                    "%s is in the future; expected %s, which is today in Paris, or an earlier day."
                            .formatted(day, today));
        } else if (day.isBefore(EARLIEST)) {
            throw UserError.invalid("holdsOn", "%s is too long ago; expected %s or later.".formatted(day, EARLIEST));
        }
        return day;
    }

    @Nullable
    String note() {
        String note = text("note");
        if (note != null && note.length() > LONGEST_NOTE) {
            throw UserError.invalid("note", tooLong("The note", note.length(), LONGEST_NOTE));
        }
        return note;
    }

    /** The note of a report that says nothing without one. */
    String requiredNote(String why) {
        String note = note();
        if (note == null) {
            throw UserError.missing("note", why);
        }
        return note;
    }

    List<String> evidence() {
        List<String> evidence = values.get("evidence") instanceof List<?> all
                ? all.stream().map(String::valueOf).distinct().toList()
                : List.of();
        if (evidence.size() > MOST_EVIDENCE) {
            throw UserError.invalid(
                    "evidence",
                    "There are %s addresses; at most %s are kept.".formatted(evidence.size(), MOST_EVIDENCE));
        }
        evidence.forEach(each -> address("evidence", each));
        return evidence;
    }

    /** An address that people can open. */
    static String address(String field, String address) {
        if (address.length() > LONGEST_ADDRESS) {
            throw UserError.invalid(field, tooLong("The address", address.length(), LONGEST_ADDRESS));
        } else if (!address.startsWith("https://") && !address.startsWith("http://")) {
            throw UserError.invalid(field, "An address begins with https:// or http://; found another kind.");
        }
        return address;
    }

    @Nullable
    Long expectedVersion() {
        return values.get("expectedVersion") instanceof Number number ? (Long) number.longValue() : null;
    }

    @Nullable
    String idempotencyKey() {
        Object key = values.get("idempotencyKey");
        if (key == null) {
            return null;
        }
        String text = String.valueOf(key);
        if (text.isBlank() || text.length() > LONGEST_KEY) {
            throw UserError.invalid(
                    "idempotencyKey", "A key has 1 to %s characters; found %s.".formatted(LONGEST_KEY, text.length()));
        }
        return text;
    }

    private static String tooLong(String what, int length, int most) {
        return "%s has %s characters; at most %s are kept.".formatted(what, length, most);
    }
}
