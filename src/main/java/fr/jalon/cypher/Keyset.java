package fr.jalon.cypher;

import fr.jalon.plan.Cursors;
import fr.jalon.plan.Page;
import fr.jalon.plan.SortKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Renders the bounds of a page as a predicate on its sort keys.
 *
 * <p>Follows Cypher's order of nothing: last when ascending, first when descending.
 */
record Keyset(Parameters parameters, Page page, List<String> keys) {

    /** The predicate, or nothing where the page has no bound. */
    String predicate() {
        List<String> bounds = new ArrayList<>();
        bound(page.slice().after(), false, bounds);
        bound(page.slice().before(), true, bounds);
        return String.join(" AND ", bounds);
    }

    private void bound(@Nullable List<Object> cursor, boolean reversed, List<String> bounds) {
        if (cursor == null) {
            return;
        }
        List<String> alternatives = new ArrayList<>();
        StringBuilder equal = new StringBuilder();
        for (int i = 0; i < keys.size(); i++) {
            SortKey key = page.order().get(i);
            boolean descending = key.descending() != reversed;
            if (key.required()
                    && i == 0
                    && keys.size() == 2
                    && isId(page.order().get(1))
                    && !cursor.contains(Cursors.Nothing.NOTHING)) {
                bounds.add(required(cursor, reversed));
                return;
            }
            String beyond = isId(key)
                    ? compared(keys.get(i), cursor.get(i), descending)
                    : beyond(keys.get(i), cursor.get(i), descending);
            if (!beyond.isEmpty()) {
                alternatives.add("(" + equal + beyond + ")");
            }
            if (isId(key)) {
                break; // It is unique: nothing decides behind it.
            }
            equal.append(same(keys.get(i), cursor.get(i))).append(" AND ");
        }
        bounds.add("(" + String.join(" OR ", alternatives) + ")");
    }

    /** Of a key that every node has, one range that an index walks, and the ties cut off it. */
    private String required(List<Object> cursor, boolean reversed) {
        boolean descending = page.order().get(0).descending() != reversed;
        boolean idDescending = page.order().get(1).descending() != reversed;
        return "(%1$s %2$s= %3$s AND NOT (%1$s = %4$s AND %5$s %6$s= %7$s))"
                .formatted(
                        keys.get(0),
                        descending ? "<" : ">",
                        parameters.add(cursor.get(0)),
                        parameters.add(cursor.get(0)),
                        keys.get(1),
                        idDescending ? ">" : "<",
                        parameters.add(cursor.get(1)));
    }

    private String beyond(String key, Object value, boolean descending) {
        if (value == Cursors.Nothing.NOTHING) {
            return descending ? key + " IS NOT NULL" : "";
        }
        String compared = compared(key, value, descending);
        return descending ? compared : "(" + compared + " OR " + key + " IS NULL)";
    }

    private String compared(String key, Object value, boolean descending) {
        return value == Cursors.Nothing.NOTHING
                ? "false"
                : "%s %s %s".formatted(key, descending ? "<" : ">", parameters.add(value));
    }

    private static boolean isId(SortKey key) {
        return key.direct() && key.property().equals(SortKey.ID.property());
    }

    private String same(String key, Object value) {
        return value == Cursors.Nothing.NOTHING
                ? key + " IS NULL"
                : key + " = " + parameters.add(Objects.requireNonNull(value));
    }
}
