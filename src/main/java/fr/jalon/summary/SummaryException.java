package fr.jalon.summary;

import fr.jalon.execution.ErrorCode;

/** There is no summary; its message says why. */
public final class SummaryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    SummaryException(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    /** What kind of failure it is; {@code BAD_REQUEST} where the period is none. */
    public ErrorCode code() {
        return code;
    }
}
