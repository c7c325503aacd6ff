package fr.jalon.access;

/** Accounts or tokens cannot be changed as was asked; the message says why, and names what is meant. */
public final class AccessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AccessException(String message) {
        super(message);
    }
}
