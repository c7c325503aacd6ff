package fr.jalon.http.documents;

/** A request names no document that the server answers; the message tells the client what was wrong and what was expected. */
public final class DocumentFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    DocumentFailure(Kind kind, String message) {
        // Told to the client, never traced: no stack is worth its cost.
        super(message, null, false, false);
        this.kind = kind;
    }

    /** What kind of failure it is. */
    public enum Kind {
        /** Nothing names a document. */
        MISSING,
        /** What names the document is not well-formed. */
        MALFORMED,
        /** There is no document of that name. */
        UNKNOWN,
        /** Only trusted documents are answered. */
        UNTRUSTED,
        /** No client persisted a document of that hash; clients know the message by heart. */
        PERSISTED_QUERY_NOT_FOUND,
        /** Clients persist no documents here; clients know the message by heart. */
        PERSISTED_QUERY_NOT_SUPPORTED
    }

    /** What kind of failure it is. */
    public Kind kind() {
        return kind;
    }
}
