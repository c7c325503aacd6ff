package fr.jalon.execution;

/** The graph cannot be reached for now, so that nothing is worth trying; the response tells it to a client. */
public final class UnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient GraphQlResponse response;

    UnavailableException(GraphQlResponse response) {
        // Told to the client, never traced: no stack is worth its cost.
        super("the graph is away", null, false, false);
        this.response = response;
    }

    public GraphQlResponse response() {
        return response;
    }
}
