package fr.jalon.plan;

/**
 * A step along relationships, away from nodes of a label.
 *
 * @param label of the nodes it starts from
 * @param types of the relationships, separated by bars
 * @param outgoing whether they point away from those nodes
 */
public record Hop(String label, String types, boolean outgoing) {}
