package fr.jalon.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.pages.ListDefinition.Filter;
import fr.jalon.pages.ListDefinition.Order;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the address of a list asks for, as variables of its query. */
final class ListQuery {

    static final String NONE = "aucun";
    static final int PAGE = 50;
    private static final String DESCENDING = "-";

    private final ListDefinition list;
    private final Address address;

    ListQuery(ListDefinition list, Address address) {
        this.list = list;
        this.address = address;
    }

    GraphQlRequest request(String document) {
        Map<String, Object> variables = filter();
        String order = order();
        if (!order.isEmpty()) {
            variables.put("orderBy", List.of(orderBy(order)));
        }
        variables.put("first", PAGE);
        address.first(ListDefinition.AFTER).ifPresent(cursor -> variables.put("after", cursor));
        return Documents.request(document, variables);
    }

    /** The variable that narrows the list, if the address does. */
    Map<String, Object> filter() {
        Map<String, Object> variables = new LinkedHashMap<>();
        List<Object> conditions = conditions();
        if (!conditions.isEmpty()) {
            variables.put("filter", Map.of("and", conditions));
        }
        return variables;
    }

    /** The order as the address writes it. */
    String order() {
        return address.first(ListDefinition.ORDER).orElse(list.order());
    }

    private List<Object> conditions() {
        List<Object> conditions = new ArrayList<>();
        address.first(ListDefinition.SEARCH).ifPresent(words -> conditions.add(Map.of("search", words)));
        for (Filter filter : list.filters()) {
            List<Object> either = address.all(filter.parameter()).stream()
                    .map(value -> condition(filter, value))
                    .toList();
            if (!either.isEmpty()) {
                conditions.add(Map.of("or", either));
            }
        }
        return conditions;
    }

    private static Object condition(Filter filter, String value) {
        if (value.equals(NONE) && filter.none() != null) {
            return filled(filter.none(), value);
        }
        return filled(filter.condition(), value);
    }

    private Object orderBy(String order) {
        boolean descending = order.startsWith(DESCENDING);
        String parameter = descending ? order.substring(DESCENDING.length()) : order;
        Order known = list.orderOf(parameter)
                .orElseThrow(() -> PageException.badRequest(
                        "On ne peut pas trier par « %s » ; les tris sont : %s, précédés d’un tiret pour l’ordre inverse."
                                .formatted(
                                        parameter,
                                        list.orders().stream()
                                                .map(Order::parameter)
                                                .collect(Collectors.joining(", ")))));
        return filled(known.by(), descending ? "DESC" : "ASC");
    }

    /** A pattern with a value in the place of each {@code "$"}. */
    private static Object filled(JsonNode pattern, String value) {
        if (pattern.isObject()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            pattern.properties().forEach(field -> fields.put(field.getKey(), filled(field.getValue(), value)));
            return fields;
        } else if (pattern.isArray()) {
            List<Object> items = new ArrayList<>();
            pattern.forEach(item -> items.add(filled(item, value)));
            return items;
        }
        return pattern instanceof TextNode text && text.asText().equals("$")
                ? value
                : Documents.JSON.convertValue(pattern, Object.class);
    }
}
