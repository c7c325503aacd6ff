package fr.jalon.command;

/** The graph at hand is not the one that a command needs; the message says what it is and what to do. */
final class UnfitGraphException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfitGraphException(String message) {
        super(message);
    }
}
