package fr.jalon.neo4j;

import java.util.List;

/**
 * How the graph means to run a statement: an operator, and those it takes rows from.
 *
 * @param estimatedRows as the graph guesses from its own statistics
 * @param details what the operator does, in the words of the graph; may be empty
 */
public record QueryPlan(String operator, double estimatedRows, String details, List<QueryPlan> children) {}
