package fr.jalon.summary;

import fr.jalon.execution.ErrorCode;

/** There is no summary; its message says why. */
public final class SummaryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String period;

    SummaryException(ErrorCode code, String period, String message) {
        super(message);
        this.code = code;
        this.period = period;
    }

    /** What kind of failure it is; {@code BAD_REQUEST} where the period is none. */
    public ErrorCode code() {
        return code;
    }

    /** What stands in place of the summary: why there is none and what to do, in French. */
    public String page(SummaryFormat format) {
        return format.write(Excuse.of(code, period));
    }
}
