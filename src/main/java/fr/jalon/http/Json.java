package fr.jalon.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON as clients may send it: UTF-8, no field twice, nothing after the value, of bounded depth. */
final class Json {

    static final int MAX_DEPTH = 100;
    static final int MAX_NUMBER_DIGITS = 100;
    private static final int LONGEST_KEY = 60;

    static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    // A virtual thread keeps no buffers for the next.
                    .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER_DIGITS)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /**
     * Reads the value a client sent.
     *
     * @param what how messages name it, as "The body"
     * @throws HttpFailure 400, telling line and column, if it is not the JSON described above
     */
    static @Nullable Object parse(byte[] utf8, String what) {
        return parse(decode(utf8, what), what);
    }

    static @Nullable Object parse(String text, String what) {
        try {
            Object value = MAPPER.readValue(withoutMark(text), Object.class);
            requireCharacters(value, what);
            return value;
        } catch (JsonProcessingException e) {
            throw HttpFailure.badRequest(what + " " + JsonFault.describe(e));
        }
    }

    /** Texts by name, from the program's own files. */
    static Map<String, String> strings(byte[] utf8) throws IOException {
        return MAPPER.readValue(utf8, new TypeReference<>() {});
    }

    static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decode(byte[] utf8, String what) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw HttpFailure.badRequest(what + " is not UTF-8 text; expected JSON in UTF-8");
        }
    }

    /** A byte order mark is no part of the text (<a href="https://www.rfc-editor.org/rfc/rfc8259#section-8.1">RFC 8259</a>). */
    static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static void requireCharacters(@Nullable Object value, String what) {
        @Nullable String place = half(value);
        if (place != null) {
            throw HttpFailure.badRequest(
                    "%s holds half of a pair of surrogates, such as \\ud83d alone, in %s; expected whole characters"
                            .formatted(
                                    what, place.isEmpty() ? "its text" : "\"" + place.replaceFirst("^\\.", "") + "\""));
        }
    }

    /** Where half of a character stands, which has no form in UTF-8, as a path within the value; null if nowhere. */
    private static @Nullable String half(@Nullable Object value) {
        if (value instanceof String text) {
            return isWhole(text) ? null : "";
        } else if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                @Nullable String within = half(entry.getKey()) == null ? half(entry.getValue()) : " (its name)";
                if (within != null) {
                    return "." + escaped((String) entry.getKey()) + within;
                }
            }
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                @Nullable String within = half(list.get(i));
                if (within != null) {
                    return "[" + i + "]" + within;
                }
            }
        }
        return null;
    }

    private static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static String escaped(String key) {
        String shown = key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY) + "…";
        return shown.replaceAll("[\\ud800-\\udfff]", "?");
    }

    /**
     * What is wrong with a text that is no JSON, in plain words; Jackson's own messages name its classes and its options.
     *
     * @param found in a message of Jackson's
     * @param plain with {@code $1} for its first group
     */
    record JsonFault(Pattern found, String plain) {

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
        static String describe(JsonProcessingException e) {
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
                            .formatted(place, fault.plain().replace("$1", shown(named)));
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

        private static JsonFault of(String found, String plain) {
            return new JsonFault(Pattern.compile(found, Pattern.DOTALL), plain);
        }

        private static String place(@Nullable JsonLocation location) {
            return location == null
                    ? ""
                    : " (line %s, column %s)".formatted(location.getLineNr(), Math.max(1, location.getColumnNr()));
        }
    }
}
