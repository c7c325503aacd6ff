package fr.jalon.http.identity;

/** A provider of identities vouches for nobody; the message says why, and holds nothing that a client sent. */
public final class IdentityException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Whether it is the provider that failed, rather than whoever signs in. */
    private final boolean away;

    private IdentityException(String message, boolean away, Throwable cause) {
        super(message, cause);
        this.away = away;
    }

    static IdentityException refused(String message, Throwable cause) {
        return new IdentityException(message, false, cause);
    }

    static IdentityException refused(String message) {
        return new IdentityException(message, false, new IllegalArgumentException(message));
    }

    static IdentityException away(String message, Throwable cause) {
        return new IdentityException(message, true, cause);
    }

    /** Whether trying again later may help. */
    public boolean isAway() {
        return away;
    }
}
