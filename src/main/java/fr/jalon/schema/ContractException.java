package fr.jalon.schema;

/** The contract and its mapping do not fit together; found at start, never in use. */
public final class ContractException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ContractException(String message) {
        super(message);
    }
}
