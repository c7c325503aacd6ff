package fr.jalon.seed;

/**
 * A document as a seed file names it, once at its top or beside lines.
 *
 * @param spot where it is named
 * @param id its public id
 */
record NamedDocument(Spot spot, String id) {}
