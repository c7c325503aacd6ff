package fr.jalon.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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
            throw HttpFailure.badRequest(what + " " + JsonFault.told(e));
        }
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
}
