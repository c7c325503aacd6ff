package fr.jalon.pages;

/** A page cannot be shown; the message says in French what was wrong and what was expected. */
public final class PageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private PageException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    static PageException badRequest(String message) {
        return new PageException(400, message);
    }

    /** The status of HTTP that says it. */
    public int status() {
        return status;
    }
}
