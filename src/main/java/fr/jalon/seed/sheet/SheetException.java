package fr.jalon.seed.sheet;

/** A file is no spreadsheet that can be read, or cannot be written; the message says what would do. */
public final class SheetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SheetException(String message) {
        super(message);
    }

    SheetException(String message, Throwable cause) {
        super(message, cause);
    }
}
