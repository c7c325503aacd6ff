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

    /** A failure of a server that cannot take on any more for now. */
    public static SummaryException unavailable(String period, Exception cause) {
        return new SummaryException(ErrorCode.UNAVAILABLE, period, String.valueOf(cause.getMessage()));
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
