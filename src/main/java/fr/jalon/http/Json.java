package fr.jalon.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** JSON as clients may send it: UTF-8, no field twice, nothing after the value, of bounded depth. */
final class Json {

    private static final int MAX_DEPTH = 100;
    private static final int MAX_NUMBER_DIGITS = 100;

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
            return MAPPER.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw HttpFailure.badRequest("%s %s%s".formatted(what, reason(e), place(e.getLocation())));
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

    /** Jackson's own messages name its classes, so only their kind is told. */
    private static String reason(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return "is nested deeper than %s levels or holds a number of more than %s digits"
                    .formatted(MAX_DEPTH, MAX_NUMBER_DIGITS);
        }
        if (e instanceof JsonEOFException) {
            return "ends before its JSON does";
        }
        if (String.valueOf(e.getOriginalMessage()).startsWith("Duplicate")) {
            return "has the same field twice";
        }
        return "is not well-formed JSON";
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : " (line %s, column %s)".formatted(location.getLineNr(), location.getColumnNr());
    }
}
