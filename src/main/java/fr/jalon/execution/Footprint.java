package fr.jalon.execution;

import graphql.language.Document;
import graphql.language.Node;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many bytes of the heap something takes to keep, rather too many than too few. */
public final class Footprint {

    /** What a cache needs for an entry besides its key and its value. */
    public static final int ENTRY = 200;

    private static final int OBJECT = 24;
    private static final int TEXT = 56;
    private static final int LIST = 64;
    private static final int LIST_PLACE = 8;
    private static final int MAP = 128;
    private static final int MAP_PLACE = 64;

    /** Measured with documents of every kind: from 89 bytes for a field to 130 for one with a directive. */
    private static final int NODE = 140;

    private Footprint() {}

    /** Of a text, whatever characters it holds. */
    public static int of(String text) {
        return TEXT + 2 * text.length();
    }

    /** Of a value with all that stands in it: lists, maps, texts and smaller things. */
    public static int of(@Nullable Object value) {
        return clamped(sum(value));
    }

    /** Of a parsed document, whose texts are all parts of its own. */
    static int of(Document document, String text) {
        return clamped((long) NODE * nodes(document) + of(text));
    }

    static int clamped(long bytes) {
        return (int) Math.min(bytes, Integer.MAX_VALUE / 2);
    }

    private static long sum(@Nullable Object value) {
        if (value instanceof String text) {
            return of(text);
        } else if (value instanceof List<?> items) {
            long sum = LIST;
            for (Object item : items) {
                sum += LIST_PLACE + sum(item);
            }
            return sum;
        } else if (value instanceof Map<?, ?> entries) {
            long sum = MAP;
            for (Map.Entry<?, ?> entry : entries.entrySet()) {
                sum += MAP_PLACE + sum(entry.getKey()) + sum(entry.getValue());
            }
            return sum;
        }
        return value instanceof Number number ? OBJECT + number.toString().length() : OBJECT;
    }

    private static long nodes(Node<?> node) {
        long nodes = 1;
        for (Node<?> child : node.getChildren()) {
            nodes += nodes(child);
        }
        return nodes;
    }
}
