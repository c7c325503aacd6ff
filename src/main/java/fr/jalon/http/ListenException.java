package fr.jalon.http;

/** The server cannot listen where it was told to; the message says what to change. */
public final class ListenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ListenException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Says in one sentence why the address could not be listened on. */
    static ListenException of(WebSettings settings, Exception failure) {
        return new ListenException(sentence(settings, rootMessage(failure)), failure);
    }

    private static String sentence(WebSettings settings, String reason) {
        if (reason.contains("already in use")) {
            return "Port %s is taken on %s; choose another with --port".formatted(settings.port(), settings.host());
        }
        if (reason.contains("ermission denied")) {
            return "Port %s on %s needs an administrator; choose one above 1023 with --port"
                    .formatted(settings.port(), settings.host());
        }
        return "%s is not an address of this machine; choose another with --host".formatted(settings.host());
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
