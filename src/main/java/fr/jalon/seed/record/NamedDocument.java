package fr.jalon.seed.record;

/**
 * A document as a seed file names it, once at its top or beside lines.
 *
 * @param spot where it is named
 * @param id its public id
 */
public record NamedDocument(Spot spot, String id) {}
