package fr.jalon.cypher;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Collects the values of a statement under generated names, and the searches that it begins with. */
final class Parameters {

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<Search, String> searches = new LinkedHashMap<>();

    private record Search(String label, String query) {}

    /** Takes a value and gives the text that stands for it in the statement. */
    String add(Object value) {
        String name = "p" + values.size();
        values.put(name, value);
        return "$" + name;
    }

    /** The variable that holds the ids of all nodes with a label that a full-text query finds. */
    String idsFound(String label, String query) {
        return searches.computeIfAbsent(new Search(label, query), search -> {
                    int number = searches.size();
                    String node = "f" + number;
                    return "COLLECT { %s WHERE %s:%s RETURN %s.id } AS s%d"
                            .formatted(FullText.call(add(query), node), node, label, node, number);
                })
                .replaceFirst(".* AS ", "");
    }

    /**
     * The statement of a text that has one column.
     *
     * <p>Searches run once, before everything else; within the subquery every clause sees what they found.
     */
    CypherStatement statement(String text) {
        if (searches.isEmpty()) {
            return new CypherStatement(text, Map.copyOf(values));
        }
        String found = searches.values().stream().collect(Collectors.joining(", ", "WITH ", ""));
        return new CypherStatement(
                "%s UNWIND COLLECT { %s } AS row RETURN row".formatted(found, text), Map.copyOf(values));
    }
}
