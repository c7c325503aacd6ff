package fr.jalon.execution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts rows of a count and a group together: one row a group, the largest first. */
final class Groups {

    private static final Comparator<Map.Entry<List<?>, Long>> LARGEST_FIRST =
            Map.Entry.<List<?>, Long>comparingByValue()
                    .reversed()
                    .thenComparing(
                            group -> group.getKey().get(0),
                            Comparator.nullsLast(Comparator.comparing(Object::toString)));

    private Groups() {}

    static List<List<?>> of(List<List<?>> rows) {
        Map<List<?>, Long> counts = new LinkedHashMap<>();
        rows.forEach(row -> counts.merge(row.subList(1, row.size()), (Long) row.get(0), Long::sum));
        List<Map.Entry<List<?>, Long>> sorted = new ArrayList<>(counts.entrySet());
        Collections.sort(sorted, LARGEST_FIRST);
        List<List<?>> groups = new ArrayList<>();
        sorted.forEach(group -> groups.add(row(group.getValue(), group.getKey())));
        return groups;
    }

    private static List<@Nullable Object> row(long count, List<?> group) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(count);
        row.addAll(group);
        return row;
    }
}
