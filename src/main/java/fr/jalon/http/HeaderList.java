package fr.jalon.http;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a request, and the only way to read them: all lines of one name are one list, in the order the client
 * wrote them (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-5.3">RFC 9110, section 5.3</a>), whose items have
 * parameters and weights
 * (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-5.6">section 5.6</a>).
 */
record HeaderList(List<Item> items) {

    private static final Pattern WEIGHT = Pattern.compile("\\d{0,9}(?:\\.\\d{0,9})?");

    /**
     * One item.
     *
     * @param value in lower case
     * @param charset in lower case, when given
     * @param weight from 0, not acceptable, to 1
     */
    record Item(String value, @Nullable String charset, double weight) {}

    /** All lines of that name, joined as one; null where there is none. */
    static @Nullable String joined(Context context, String name) {
        List<String> lines = lines(context, name);
        return lines.isEmpty() ? null : String.join(", ", lines);
    }

    /** What a header that is no list says; null where there is none, and where its lines say different things. */
    static @Nullable String single(Context context, String name) {
        List<String> lines = lines(context, name).stream().distinct().toList();
        return lines.size() == 1 ? lines.get(0) : null;
    }

    private static List<String> lines(Context context, String name) {
        return Collections.list(context.req().getHeaders(name));
    }

    static HeaderList of(Context context, String name) {
        String joined = joined(context, name);
        return parse(joined == null ? "" : joined);
    }

    static HeaderList parse(String header) {
        return new HeaderList(split(header, ',').stream()
                .filter(item -> !item.isBlank())
                .map(HeaderList::item)
                .toList());
    }

    /** Whether an item names this value, or any value, and does not rule it out. */
    boolean allows(String value) {
        return weight(Stream.of(value, "*")) > 0;
    }

    /** How much the client wants this media type, by the most specific range that covers it; 0 where none does. */
    double weightOf(String mediaType) {
        return weight(Stream.of(mediaType, mediaType.substring(0, mediaType.indexOf('/')) + "/*", "*/*"));
    }

    /** How much the client wants this language, in whichever country; 0 where no item names it. */
    double weightOfLanguage(String language) {
        return items.stream()
                .filter(item -> item.value().equals(language) || item.value().startsWith(language + "-"))
                .mapToDouble(Item::weight)
                .max()
                .orElse(0);
    }

    private double weight(Stream<String> ranges) {
        return ranges.flatMapToDouble(this::weightsNamed).findFirst().orElse(0);
    }

    private DoubleStream weightsNamed(String range) {
        return items.stream().filter(item -> item.value().equals(range)).mapToDouble(Item::weight);
    }

    private static Item item(String text) {
        List<String> parts = split(text, ';');
        String charset = null;
        double weight = 1;
        for (String part : parts.subList(1, parts.size())) {
            int equals = part.indexOf('=');
            String name = clean(part.substring(0, Math.max(0, equals)));
            String value = unquoted(clean(part.substring(equals + 1)));
            if (name.equals("charset")) {
                charset = value;
            } else if (name.equals("q")) {
                weight = weight(value);
            }
        }
        return new Item(clean(parts.get(0)), charset, weight);
    }

    /** The pieces between separators that do not stand within quotes; at least one. */
    private static List<String> split(String text, char separator) {
        List<String> pieces = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '"') {
                quoted = !quoted;
            } else if (quoted && each == '\\') {
                i++;
            } else if (!quoted && each == separator) {
                pieces.add(text.substring(start, i));
                start = i + 1;
            }
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    private static String clean(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1") : text;
    }

    private static double weight(String text) {
        boolean number = WEIGHT.matcher(text).matches() && text.chars().anyMatch(Character::isDigit);
        return number ? Math.min(1, Double.parseDouble(text)) : 0;
    }
}
