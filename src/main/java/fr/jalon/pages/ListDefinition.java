package fr.jalon.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A list as a file {@code pages/*.json} describes it, beside the query of the same name.
 *
 * @param title of the page
 * @param intro what the list holds, in a sentence
 * @param root the field of the query that is the list
 * @param type of its nodes
 * @param order by which it is sorted where the address does not tell; empty for the order of the ids
 */
record ListDefinition(
        String title,
        String intro,
        String root,
        String type,
        String order,
        List<Filter> filters,
        List<Order> orders,
        List<Column> columns) {

    private static final Map<String, ListDefinition> KNOWN = new ConcurrentHashMap<>();

    static final String SEARCH = "q";
    static final String ORDER = "tri";
    static final String AFTER = "apres";
    static final String COLUMNS = "colonnes";
    static final String FORMAT = "format";
    static final String FRAGMENT = "fragment";
    static final String COMPARED = "avec";

    /**
     * A parameter that narrows the list.
     *
     * @param dimension of the list's facets, whose groups are its values
     * @param byLabel whether the label of a group is the value, rather than its id
     * @param condition in the query's filter, with {@code "$"} in the place of the value
     * @param none condition for those in no group, if they can be asked for
     * @param judgement whether who is in which group is the curators' judgement
     */
    record Filter(
            String parameter,
            String name,
            String dimension,
            boolean byLabel,
            JsonNode condition,
            @Nullable JsonNode none,
            boolean judgement) {}

    /**
     * A way to sort.
     *
     * @param by in the query's order, with {@code "$"} in the place of the direction
     */
    record Order(String parameter, String name, JsonNode by) {}

    /**
     * A column.
     *
     * @param path of fields that leads to its value
     * @param order parameter of the order that it can be sorted by
     * @param shown whether it is shown unless the address tells the columns
     */
    record Column(String path, String name, @Nullable String order, boolean shown) {}

    static ListDefinition of(String name) {
        return KNOWN.computeIfAbsent(name, each -> Documents.read(each + ".json", ListDefinition.class));
    }

    Optional<Order> orderOf(String parameter) {
        return orders.stream()
                .filter(each -> each.parameter().equals(parameter))
                .findFirst();
    }

    /** Names of all parameters that its address may have. */
    Set<String> parameters() {
        Set<String> names = new LinkedHashSet<>(List.of(SEARCH, ORDER, AFTER, COLUMNS, FORMAT, FRAGMENT, COMPARED));
        filters.forEach(filter -> names.add(filter.parameter()));
        return names;
    }
}
