package fr.jalon.summary;

/** The graph did not answer what a summary is made of; its message says why. */
public final class SummaryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SummaryException(String message) {
        super(message);
    }
}
