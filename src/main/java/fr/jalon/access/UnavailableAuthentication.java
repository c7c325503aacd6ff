package fr.jalon.access;

/** The graph that knows the callers cannot be reached for now. */
public final class UnavailableAuthentication extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Because of a failure of the graph. */
    public UnavailableAuthentication(Throwable cause) {
        super("The server cannot tell who asks, for its graph cannot be reached; try again soon", cause);
    }
}
