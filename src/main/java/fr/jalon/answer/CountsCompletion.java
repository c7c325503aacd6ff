package fr.jalon.answer;

import fr.jalon.plan.ConnectionField;
import fr.jalon.plan.ConnectionField.FacetField;
import fr.jalon.plan.ConnectionField.Leaf;
import fr.jalon.plan.CountField;
import fr.jalon.schema.Dimension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes groups of counted nodes as JSON; a row of the graph is a count, then an id and a label for each dimension. */
final class CountsCompletion {

    private final JsonBuffer json;

    CountsCompletion(JsonBuffer json) {
        this.json = json;
    }

    void counts(List<Dimension> by, List<CountField> fields, List<List<?>> rows) {
        json.open('[');
        for (List<?> row : rows) {
            json.item();
            json.open('{');
            for (CountField field : fields) {
                json.name(field.resultKey());
                if (field instanceof CountField.Keys keys) {
                    keys(by, keys, row);
                } else {
                    Leaf leaf = ((CountField.Value) field).leaf();
                    json.value(leaf.name().equals("count") ? row.get(0) : leaf.type());
                }
            }
            json.close('}');
        }
        json.close(']');
    }

    private void keys(List<Dimension> by, CountField.Keys keys, List<?> row) {
        json.open('[');
        int place = 1;
        for (Dimension dimension : by) {
            json.item();
            leaves(keys.fields(), dimension, List.of(0L), row.subList(place, place + 2));
            place += 2;
        }
        json.close(']');
    }

    void facets(ConnectionField.Facets facets, Iterator<?> groups) {
        json.open('[');
        for (Dimension dimension : facets.by()) {
            List<List<?>> rows = Groups.of(NodeCompletion.rows(groups.next()));
            json.item();
            json.open('{');
            for (FacetField field : facets.fields()) {
                json.name(field.resultKey());
                if (field instanceof FacetField.Values values) {
                    values(values, dimension, rows);
                } else {
                    Leaf leaf = ((FacetField.Value) field).leaf();
                    json.value(leaf.name().equals("dimension") ? dimension.name() : leaf.type());
                }
            }
            json.close('}');
        }
        json.close(']');
    }

    private void values(FacetField.Values values, Dimension dimension, List<List<?>> rows) {
        json.open('[');
        for (List<?> row : rows) {
            json.item();
            leaves(values.fields(), dimension, row, row.subList(1, row.size()));
        }
        json.close(']');
    }

    private void leaves(List<Leaf> leaves, Dimension dimension, List<?> counted, List<?> group) {
        json.open('{');
        for (Leaf leaf : leaves) {
            json.name(leaf.resultKey());
            json.value(leaf(leaf, dimension, counted, group));
        }
        json.close('}');
    }

    private static @Nullable Object leaf(Leaf leaf, Dimension dimension, List<?> counted, List<?> group) {
        return switch (leaf.name()) {
            case "dimension" -> dimension.name();
            case "id" -> group.get(0);
            case "label" -> dimension.named(group.get(1));
            case "count" -> counted.get(0);
            default -> leaf.type();
        };
    }

    /** Puts rows of a count and a group together: one row a group, the largest first. */
    static final class Groups {

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
}
