package fr.jalon.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a text that is no JSON, in plain words; Jackson's own messages name its classes and its options.
 *
 * @param found in a message of Jackson's
 * @param told with {@code $1} for its first group
 */
record JsonFault(Pattern found, String told) {

    private static final int DELETE = 127;
    private static final String VALUE =
            "expected a value: a text in double quotes, a number, true, false, null, { or [";

    private static final List<JsonFault> ALL = List.of(
            of("^Unexpected character \\('(.)'.*comment", "found $1; JSON has no comments"),
            of(
                    "^Unexpected character \\('(.)'.*(?:hex-digit|escape)",
                    "found $1; expected four hexadecimal digits after \\u"),
            of("^Unexpected character \\('(.)'.*to start field name", "found $1; expected a key in double quotes"),
            of(
                    "^Unexpected character \\('(.)'.*separate field name and value",
                    "found $1; expected a colon after the key"),
            of("^Unexpected character \\('(.)'.*comma to separate Object", "found $1; expected a comma or }"),
            of("^Unexpected character \\('(.)'.*comma to separate Array", "found $1; expected a comma or ]"),
            of("^Unexpected character \\('(.)'.*(?:digit|decimal)", "found $1 in a number; expected a digit"),
            of("^Unexpected character \\('(.)'", "found $1; " + VALUE),
            of("^Unexpected close marker '(.)'", "found $1, which closes nothing that is open"),
            of("^Unrecognized token '(\\w{1,40})", "found $1; " + VALUE),
            of("^Non-standard token '([^']*)'", "found $1; expected a number that JSON has"),
            of(
                    "^Illegal unquoted character",
                    "found a line break or another control character within a text; expected"
                            + " an escape such as \\n, or the quote that ends the text"),
            of("^Illegal character|^Invalid white space", "found a control character; " + VALUE),
            of(
                    "^Unrecognized character escape.*?'(.)'",
                    "found $1 after a backslash; expected an escape such as \\n, \\\" or \\\\"),
            of("^Invalid numeric value: Leading", "found a number with a zero in front; expected one without"),
            of("^Trailing token", "found more after its end; expected one value"),
            of("^No content", "found nothing; " + VALUE));

    /** What is wrong, and where, to follow the name of the text. */
    static String told(JsonProcessingException e) {
        String message = String.valueOf(e.getOriginalMessage());
        if (e instanceof StreamConstraintsException) {
            return "is nested deeper than %s levels or holds a number of more than %s digits"
                    .formatted(Json.MAX_DEPTH, Json.MAX_NUMBER_DIGITS);
        }
        String place = place(e.getLocation());
        if (e instanceof JsonEOFException) {
            return "ends before its JSON does" + place;
        } else if (message.startsWith("Duplicate")) {
            return "has the same field twice" + place;
        }
        for (JsonFault fault : ALL) {
            Matcher matcher = fault.found().matcher(message);
            if (matcher.find()) {
                String named = matcher.groupCount() > 0 ? matcher.group(1) : "";
                return "is not well-formed JSON%s: %s"
                        .formatted(place, fault.told().replace("$1", shown(named)));
            }
        }
        return "is not well-formed JSON" + place;
    }

    /** In quotes, and by its number where it cannot be seen. */
    private static String shown(String found) {
        boolean visible =
                found.codePoints().allMatch(each -> each > ' ' && (each < DELETE || Character.isLetter(each)));
        return visible ? "'" + found + "'" : String.format(Locale.ROOT, "U+%04X", found.codePointAt(0));
    }

    private static JsonFault of(String found, String told) {
        return new JsonFault(Pattern.compile(found, Pattern.DOTALL), told);
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null
                ? ""
                : " (line %s, column %s)".formatted(location.getLineNr(), Math.max(1, location.getColumnNr()));
    }
}
