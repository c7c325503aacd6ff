package fr.jalon.execution;

import java.util.Optional;

/** Answers GraphQL requests; safe for use by many threads. */
public interface GraphQlEngine {

    /** Answers one request; failures of any kind are told in the response, never thrown. */
    GraphQlResponse execute(GraphQlRequest request);

    /**
     * The answer to a request, if it is at hand: it is the one that {@link #execute} gives, at no cost.
     *
     * <p>It takes no work, so that nobody has to wait for a turn to get it.
     */
    default Optional<GraphQlResponse> kept(GraphQlRequest request) {
        return Optional.empty();
    }

    /**
     * All that an answer to a query depends on besides the request, as an opaque text: graph, contract and limits.
     *
     * <p>As long as it is the same, so are the answers. It counts in every change that was acknowledged before the call,
     * and an operation executed after the call sees that state or a later one; empty where it cannot be told.
     *
     * @throws UnavailableException while there is no graph to ask
     */
    default Optional<String> version() {
        return Optional.empty();
    }
}
