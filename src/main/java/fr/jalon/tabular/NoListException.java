package fr.jalon.tabular;

/** A query cannot be a table of a format: it has not one list at its root, or not the columns that the format needs. */
public final class NoListException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private NoListException(String message) {
        super(message);
    }

    /** The list lacks what entries of a feed or a calendar are made of. */
    static NoListException lacking(String columns) {
        return new NoListException(columns);
    }

    /** There is not one list. */
    static NoListException found(String found) {
        return new NoListException(
                "A table is made of a query with one list at its root; %s, expected one such as { actions { nodes { id } } }"
                        .formatted(found));
    }
}
