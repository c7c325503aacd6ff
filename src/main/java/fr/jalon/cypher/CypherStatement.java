package fr.jalon.cypher;

import fr.jalon.plan.GivenText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A Cypher text and the values of its parameters.
 *
 * @param text holds labels, types and property names of the contract, never a value of a request
 * @param parameters by name, without the dollar sign
 */
public record CypherStatement(String text, Map<String, Object> parameters) {

    /** The same statement with these texts in the place of those that variables give. */
    CypherStatement given(List<String> texts) {
        Map<String, Object> filled = new HashMap<>(parameters);
        filled.replaceAll((name, value) -> Objects.requireNonNull(GivenText.filled(value, texts)));
        return new CypherStatement(text, filled);
    }
}
