package fr.jalon.seed.record;

import fr.jalon.schema.Route;

/**
 * A relationship as a record writes it, from either end.
 *
 * @param location where it is written
 * @param owner id of the record that writes it
 * @param step the relationship, seen from the owner
 * @param target type at the other end, by the contract
 * @param other id at the other end
 */
public record SeedLink(Location location, String owner, Route.Step step, String target, String other) {

    /** The relationship as the graph has it, whichever end wrote it. */
    public SeedEdge edge() {
        return step.outgoing() ? new SeedEdge(owner, step.type(), other) : new SeedEdge(other, step.type(), owner);
    }
}
