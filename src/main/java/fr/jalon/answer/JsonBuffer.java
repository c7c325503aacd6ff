package fr.jalon.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON text in UTF-8 that grows at its end and can be cut back to where a value began
 * (<a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>).
 */
public final class JsonBuffer {

    private static final int INITIAL = 4096;
    private static final ObjectMapper JSON = new ObjectMapper();

    private byte[] bytes = new byte[INITIAL];
    private int size;

    /** Forgets what was written since it had that size. */
    public void cutTo(int formerSize) {
        size = formerSize;
    }

    /** A value that is JSON by Jackson's means. */
    public static JsonBuffer of(@Nullable Object value) {
        JsonBuffer json = new JsonBuffer();
        try {
            json.raw(JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        return json;
    }

    /** Number of bytes. */
    public int size() {
        return size;
    }

    /** What an object holds, as Java's values. */
    public Map<String, Object> toMap() {
        try {
            return JSON.readValue(bytes, 0, size, new TypeReference<Map<String, Object>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    public void open(char bracket) {
        put(bracket);
    }

    public void close(char bracket) {
        put(bracket);
    }

    /** The name of the next value in an object, which GraphQL lets hold only ASCII letters, digits and underscores. */
    public void name(String name) {
        separate('{');
        put('"');
        ensure(name.length());
        for (int i = 0; i < name.length(); i++) {
            bytes[size++] = (byte) name.charAt(i);
        }
        put('"');
        put(':');
    }

    /** Comes before each value of an array. */
    public void item() {
        separate('[');
    }

    /** A value as the graph has it: null, a text, a number, a truth value, a point in time, or a list of these. */
    public void value(@Nullable Object value) {
        if (value instanceof String text) {
            text(text);
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            raw(String.valueOf(value).getBytes(StandardCharsets.ISO_8859_1));
        } else if (value instanceof List<?> items) {
            open('[');
            for (Object item : items) {
                item();
                value(item);
            }
            close(']');
        } else if (value instanceof OffsetDateTime time) {
            text(DateTimeFormatter.ISO_INSTANT.format(time));
        } else {
            text(value.toString());
        }
    }

    /** A value that is JSON already. */
    public void raw(JsonBuffer json) {
        raw(json.bytes, json.size);
    }

    /** The same in UTF-8. */
    public void raw(byte[] json) {
        raw(json, json.length);
    }

    private void raw(byte[] json, int length) {
        ensure(length);
        System.arraycopy(json, 0, bytes, size, length);
        size += length;
    }

    private void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        put('"');
        raw(isPlain(utf8) ? utf8 : JsonStringEncoder.getInstance().quoteAsUTF8(text));
        put('"');
    }

    /** Whether nothing needs an escape; bytes of characters beyond ASCII are negative. */
    private static boolean isPlain(byte[] utf8) {
        for (byte each : utf8) {
            if (each == '"' || each == '\\' || (each >= 0 && each < ' ')) {
                return false;
            }
        }
        return true;
    }

    private void separate(char bracket) {
        if (bytes[size - 1] != bracket) {
            put(',');
        }
    }

    private void put(char character) {
        ensure(1);
        bytes[size++] = (byte) character;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
