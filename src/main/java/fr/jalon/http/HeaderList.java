package fr.jalon.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The items of a header such as {@code Accept}, in the order the client wrote them
 * (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1">RFC 9110, section 12.5.1</a>).
 */
record HeaderList(List<Item> items) {

    /**
     * One item.
     *
     * @param value in lower case
     * @param charset in lower case, when given
     * @param weight from 0, not acceptable, to 1
     */
    record Item(String value, @Nullable String charset, double weight) {}

    static HeaderList parse(String header) {
        List<Item> items = new ArrayList<>();
        for (String part : header.split(",", -1)) {
            if (!part.isBlank()) {
                items.add(item(part.split(";", -1)));
            }
        }
        return new HeaderList(items);
    }

    /** Whether an item names this value, or any value, and does not rule it out. */
    boolean allows(String value) {
        return items.stream()
                .filter(item -> item.value().equals(value))
                .findFirst()
                .or(() ->
                        items.stream().filter(item -> item.value().equals("*")).findFirst())
                .filter(item -> item.weight() > 0)
                .isPresent();
    }

    /** How much the client wants this value by its name; 0 where it does not name it. */
    double weightOf(String value) {
        return items.stream()
                .filter(item -> item.value().equals(value))
                .mapToDouble(Item::weight)
                .findFirst()
                .orElse(0);
    }

    private static Item item(String[] parts) {
        String charset = null;
        double weight = 1;
        for (int i = 1; i < parts.length; i++) {
            String parameter = clean(parts[i]);
            if (parameter.startsWith("charset=")) {
                charset = parameter.substring("charset=".length()).replace("\"", "");
            } else if (parameter.startsWith("q=")) {
                weight = weight(parameter.substring("q=".length()));
            }
        }
        return new Item(clean(parts[0]), charset, weight);
    }

    private static String clean(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static double weight(String text) {
        try {
            return Math.min(1, Math.max(0, Double.parseDouble(text)));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
