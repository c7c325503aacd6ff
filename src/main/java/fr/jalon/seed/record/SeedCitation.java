package fr.jalon.seed.record;

import fr.jalon.schema.Route;

/**
 * A citation: the lines of a document that state a record.
 *
 * @param owner id of the record
 * @param step the relationship from the record to the citation
 * @param document the document
 * @param first first line or entry, from 1
 * @param last last line or entry
 */
public record SeedCitation(String owner, Route.Step step, Document document, int first, int last) {

    /**
     * A document as a seed file names it, once at its top or beside lines.
     *
     * @param location where it is named
     * @param id its public id
     */
    public record Document(Location location, String id) {}

    /** Whether all lines of the other are lines of this one. */
    public boolean contains(SeedCitation other) {
        return document.id().equals(other.document.id()) && first <= other.first && other.last <= last;
    }

    /** Whether a line of one is a line of the other. */
    public boolean overlaps(SeedCitation other) {
        return document.id().equals(other.document.id()) && first <= other.last && other.first <= last;
    }
}
