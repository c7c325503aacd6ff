package fr.jalon.seed.export;

/** The graph cannot be written as seed files that load to the same graph; the message says in one line why. */
public final class ExportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExportException(String message) {
        super(message.replaceAll("\\R", " "));
    }
}
