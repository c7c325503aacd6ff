package fr.jalon.cypher;

import java.util.Map;

/**
 * A Cypher text and the values of its parameters.
 *
 * @param text holds labels, types and property names of the contract, never a value of a request
 * @param parameters by name, without the dollar sign
 */
public record CypherStatement(String text, Map<String, Object> parameters) {}
