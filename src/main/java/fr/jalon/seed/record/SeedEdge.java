package fr.jalon.seed.record;

/**
 * A relationship of the graph.
 *
 * @param from id of the node it leaves
 * @param type relationship type of the contract
 * @param to id of the node it reaches
 */
public record SeedEdge(String from, String type, String to) {}
