package fr.jalon.tabular;

import java.time.LocalDate;

/**
 * Where a table is from.
 *
 * @param list name of the list
 * @param revision of the graph, in short; empty where it is not told
 * @param day on which it was read
 * @param query the query that it answers
 */
record TableOrigin(String list, String revision, LocalDate day, String query) {

    /** Name of a file that tells it, without the ending. */
    String fileName() {
        return "jalon-%s-%s%s".formatted(list, day, revision.isEmpty() ? "" : "-" + revision);
    }
}
