package fr.jalon.seed;

/**
 * A relationship of the graph.
 *
 * @param from id of the node it leaves
 * @param type relationship type of the contract
 * @param to id of the node it reaches
 */
record SeedEdge(String from, String type, String to) {}
