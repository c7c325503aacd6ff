package fr.jalon.http;

/** The documents to trust cannot be had; the message says which and why. */
public final class TrustException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TrustException(String message) {
        super(message);
    }
}
