package fr.jalon.plan;

import fr.jalon.schema.Checksum;
import fr.jalon.schema.GraphType;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The keyset cursors of a list: the values of its order's keys at one node, as opaque text.
 *
 * <p>They also carry which list they were made for, so that they cannot be used with another.
 *
 * @param order stands for the type of the nodes and the order
 * @param choice stands for what chooses the nodes: a filter as it was given, or the words of a search; an {@link Open} one
 *     does so once its texts are there
 * @param keys number of sort keys
 */
public record Cursors(String order, Object choice, int keys) {

    private static final char SEPARATOR = '\u001f';
    private static final int MARK = 8;

    /** The cursors of the nodes of a type that are chosen so and sorted so. */
    static Cursors of(GraphType type, @Nullable Object choice, List<SortKey> order) {
        String sorted = order.stream().map(Cursors::told).collect(Collectors.joining(" "));
        Cursors open = new Cursors(mark(type.name(), sorted), new Open(choice), order.size());
        return GivenText.standsIn(choice) ? open : open.given(List.of());
    }

    /** A choice that lacks the texts that variables give. */
    record Open(@Nullable Object filter) {}

    /** The cursors of the nodes that are chosen by these texts. */
    public Cursors given(List<String> texts) {
        return choice instanceof Open open
                ? new Cursors(order, mark(String.valueOf(GivenText.filled(open.filter(), texts))), keys)
                : this;
    }

    /** The cursors of the nodes that are chosen by the texts that were planned for. */
    Cursors known() {
        return choice instanceof Open open
                ? new Cursors(order, mark(String.valueOf(GivenText.known(open.filter()))), keys)
                : this;
    }

    /** The cursor of a node whose sort keys have these values. */
    public String encode(List<? extends @Nullable Object> values) {
        StringBuilder text = new StringBuilder(order).append(SEPARATOR).append(choice);
        for (Object value : values) {
            text.append(SEPARATOR).append(tagged(value));
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * The values of the sort keys.
     *
     * @throws IllegalArgumentException when it is not one of these cursors; the message says what it is
     */
    List<Object> decode(String cursor) {
        List<String> parts = parts(cursor);
        if (!parts.get(0).equals(order)) {
            throw new IllegalArgumentException("was made for another list or order");
        } else if (!parts.get(1).equals(choice)) {
            throw new IllegalArgumentException("was made for another filter or search");
        } else if (parts.size() != keys + 2) {
            throw noCursor();
        }
        return parts.stream().skip(2).map(Cursors::untagged).toList();
    }

    /** Stands for a sort key without a value. */
    public enum Nothing {
        NOTHING
    }

    private static String told(SortKey key) {
        List<String> names = new ArrayList<>();
        key.through().forEach(field -> names.add(field.name()));
        names.add(key.property());
        return String.join(".", names) + (key.descending() ? "-" : "+");
    }

    private static String mark(String... texts) {
        return Checksum.of(texts).substring(0, MARK);
    }

    private static List<String> parts(String cursor) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw noCursor();
        }
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split(String.valueOf(SEPARATOR), -1);
        if (parts.length < 3) {
            throw noCursor();
        }
        return List.of(parts);
    }

    private static IllegalArgumentException noCursor() {
        return new IllegalArgumentException("is none that this server gave");
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
        } else if (value instanceof OffsetDateTime) {
            return "z" + value;
        }
        throw new IllegalStateException("no order by values of " + value.getClass());
    }

    private static Object untagged(String part) {
        String value = part.isEmpty() ? "" : part.substring(1);
        try {
            return switch (part.isEmpty() ? ' ' : part.charAt(0)) {
                case 'n' -> Nothing.NOTHING;
                case 's' -> value;
                case 'l' -> Long.valueOf(value);
                case 'd' -> Double.longBitsToDouble(Long.parseLong(value));
                case 'b' -> Boolean.valueOf(value);
                case 't' -> LocalDate.parse(value);
                case 'z' -> OffsetDateTime.parse(value);
                default -> throw noCursor();
            };
        } catch (DateTimeException | NumberFormatException e) {
            throw noCursor();
        }
    }
}
