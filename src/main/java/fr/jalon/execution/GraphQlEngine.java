package fr.jalon.execution;

import fr.jalon.execution.AnswerKey.Version;
import java.util.Optional;

/** Answers GraphQL requests; safe for use by many threads. */
public interface GraphQlEngine {

    /** Answers one request; failures of any kind are told in the response, never thrown. */
    GraphQlResponse execute(GraphQlRequest request);

    /** The same for a request whose key is made already. */
    default GraphQlResponse execute(GraphQlRequest request, AnswerKey key) {
        return execute(request);
    }

    /**
     * The answer under a key, if it is at hand: it is the one that {@link #execute} gives, at no cost.
     *
     * <p>It takes no work, so that nobody has to wait for a turn to get it.
     */
    default Optional<GraphQlResponse> kept(AnswerKey key) {
        return Optional.empty();
    }

    /**
     * What answers to queries depend on besides requests.
     *
     * <p>It counts in every change that was acknowledged before the call, and an operation executed after the call sees that
     * state or a later one.
     *
     * @throws UnavailableException while there is no graph to ask
     */
    default Version version() {
        return Version.NOT_TOLD;
    }
}
