package fr.jalon.tabular;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table: one leaf of a selection set.
 *
 * @param heading result keys from the item to the leaf, joined by dots; what pages are made of is left out
 * @param path all the result keys
 * @param kind of its values
 * @param several whether an item may have several values, which are joined in one cell
 */
record Column(String heading, List<String> path, Kind kind, boolean several) {

    private static final String BETWEEN = " ; ";

    /** What the cells of a column hold. */
    enum Kind {
        TEXT,
        NUMBER,
        DATE,
        BOOLEAN;

        /** By the name of the scalar; enumerations are texts. */
        static Kind of(String scalar) {
            return switch (scalar) {
                case "Int", "Float" -> NUMBER;
                case "Date" -> DATE;
                case "Boolean" -> BOOLEAN;
                default -> TEXT;
            };
        }
    }

    /** The value of an item, as JSON gave it; several as a text; null where there is none. */
    @Nullable
    Object cell(Object item) {
        List<Object> values = new ArrayList<>();
        collect(item, 0, values);
        if (values.isEmpty()) {
            return null;
        }
        return several ? values.stream().map(Column::text).collect(Collectors.joining(BETWEEN)) : values.get(0);
    }

    /** A value in French: -5,5 and not -5.5, oui and not true. */
    static String text(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? "oui" : "non";
        }
        String text = String.valueOf(value);
        return value instanceof Number ? text.replaceFirst("\\.0$", "").replace('.', ',') : text;
    }

    private void collect(@Nullable Object value, int depth, List<Object> values) {
        if (value instanceof List<?> list) {
            list.forEach(each -> collect(each, depth, values));
        } else if (depth == path.size()) {
            if (value != null) {
                values.add(value);
            }
        } else if (value instanceof Map<?, ?> map) {
            collect(map.get(path.get(depth)), depth + 1, values);
        }
    }
}
