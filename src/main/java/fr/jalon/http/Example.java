package fr.jalon.http;

import java.util.Map;

/**
 * A query that shows what the graph can be asked.
 *
 * @param name the name of its file, without the ending
 * @param title what it asks, in French
 * @param query the document
 * @param variables the values to run it with
 */
public record Example(String name, String title, String query, Map<String, Object> variables) {}
