package fr.jalon.plan;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A keyset cursor: the values of an order's keys at one node, as opaque text.
 *
 * <p>It also carries the order it was made for, so that it cannot be used with another.
 */
public final class Cursor {

    private static final char SEPARATOR = '\u001f';

    private Cursor() {}

    /** The cursor of a node whose sort keys have these values. */
    public static String encode(List<SortKey> order, List<? extends @Nullable Object> values) {
        StringBuilder text = new StringBuilder(signature(order));
        for (Object value : values) {
            text.append(SEPARATOR).append(tagged(value));
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * The values of the sort keys; an empty text stands for a key without a value.
     *
     * @throws IllegalArgumentException when it is not a cursor of that order
     */
    static List<Object> decode(String cursor, List<SortKey> order) {
        String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        String[] parts = text.split(String.valueOf(SEPARATOR), -1);
        if (!parts[0].equals(signature(order)) || parts.length != order.size() + 1) {
            throw new IllegalArgumentException("another order");
        }
        List<Object> values = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            values.add(untagged(parts[i]));
        }
        return values;
    }

    /** Stands for a sort key without a value. */
    public enum Nothing {
        NOTHING
    }

    private static String signature(List<SortKey> order) {
        return Integer.toHexString(order.stream()
                .map(key ->
                        key.through().stream().map(field -> field.name()).toList() + key.property() + key.descending())
                .toList()
                .hashCode());
    }

    private static String tagged(@Nullable Object value) {
        if (value == null) {
            return "n";
        } else if (value instanceof String) {
            return "s" + value;
        } else if (value instanceof Long) {
            return "l" + value;
        } else if (value instanceof Double number) {
            return "d" + Double.doubleToLongBits(number);
        } else if (value instanceof Boolean) {
            return "b" + value;
        } else if (value instanceof LocalDate) {
            return "t" + value;
        }
        throw new IllegalStateException("no order by values of " + value.getClass());
    }

    private static Object untagged(String part) {
        if (part.isEmpty()) {
            throw new IllegalArgumentException("empty");
        }
        String value = part.substring(1);
        try {
            return switch (part.charAt(0)) {
                case 'n' -> Nothing.NOTHING;
                case 's' -> value;
                case 'l' -> Long.valueOf(value);
                case 'd' -> Double.longBitsToDouble(Long.parseLong(value));
                case 'b' -> Boolean.valueOf(value);
                case 't' -> LocalDate.parse(value);
                default -> throw new IllegalArgumentException("unknown tag");
            };
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
