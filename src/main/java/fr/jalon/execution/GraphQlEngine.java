package fr.jalon.execution;

/** Answers GraphQL requests; safe for use by many threads. */
public interface GraphQlEngine {

    /** Answers one request; failures of any kind are told in the response, never thrown. */
    GraphQlResponse execute(GraphQlRequest request);
}
