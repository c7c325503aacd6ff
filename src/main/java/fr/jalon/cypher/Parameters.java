package fr.jalon.cypher;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        return variable(searches.computeIfAbsent(new Search(label, query), this::idsOf));
    }

    private String idsOf(Search search) {
        int number = searches.size();
        String node = "f" + number;
        return "COLLECT { %1$s WHERE %2$s:%3$s RETURN %2$s.id } AS s%4$s"
                .formatted(FullText.call(add(search.query()), node), node, search.label(), number);
    }

    CypherStatement statement(String text) {
        return statement(text, "row");
    }

    /**
     * The statement of a text that has one column.
     *
     * <p>Searches run once, before everything else; within the subquery every clause sees what they found.
     */
    CypherStatement statement(String text, String column) {
        if (searches.isEmpty()) {
            return new CypherStatement(text, Map.copyOf(values));
        }
        String found = String.join(", ", searches.values());
        String names = String.join(", ", searches());
        return new CypherStatement(
                "WITH %s CALL (%s) { %s } RETURN %s".formatted(found, names, text, column), Map.copyOf(values));
    }

    /** The variables that hold what searches found, for subqueries that see only what they are given. */
    List<String> searches() {
        return searches.values().stream().map(Parameters::variable).toList();
    }

    private static String variable(String binding) {
        return binding.substring(binding.lastIndexOf(' ') + 1);
    }
}
