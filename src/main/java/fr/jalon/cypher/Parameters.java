package fr.jalon.cypher;

import java.util.LinkedHashMap;
import java.util.Map;

/** Collects the values of a statement under generated names. */
final class Parameters {

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Takes a value and gives the text that stands for it in the statement. */
    String add(Object value) {
        String name = "p" + values.size();
        values.put(name, value);
        return "$" + name;
    }

    CypherStatement statement(String text) {
        return new CypherStatement(text, Map.copyOf(values));
    }
}
