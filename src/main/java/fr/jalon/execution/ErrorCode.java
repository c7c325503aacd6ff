package fr.jalon.execution;

import graphql.ErrorClassification;
import graphql.GraphQLError;

/** What kind of failure an error tells of; clients read it as {@code extensions.code}. */
public enum ErrorCode implements ErrorClassification {
    /** The request is not one the contract allows. */
    BAD_REQUEST,
    /** Nobody is known to ask, or the credential is not good. */
    UNAUTHENTICATED,
    /** Whoever asks is known, and may not. */
    FORBIDDEN,
    /** The request asks for more than a limit allows. */
    TOO_COSTLY,
    /** The statement took longer than allowed. */
    TIMEOUT,
    /** The graph cannot be reached for now. */
    UNAVAILABLE,
    /** A fault of the server. */
    INTERNAL;

    @Override
    public Object toSpecification(GraphQLError error) {
        return name();
    }
}
