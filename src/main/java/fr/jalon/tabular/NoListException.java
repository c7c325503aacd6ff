package fr.jalon.tabular;

/** A query cannot be a table, because it has not one list at its root. */
public final class NoListException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoListException(String found) {
        super(
                "A table is made of a query with one list at its root; %s, expected one such as { actions { nodes { id } } }"
                        .formatted(found));
    }
}
