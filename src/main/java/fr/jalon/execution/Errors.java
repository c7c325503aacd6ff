package fr.jalon.execution;

import fr.jalon.neo4j.GraphException;
import graphql.GraphQLError;
import graphql.introspection.GoodFaithIntrospection.BadFaithIntrospectionError;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The one place where failures become errors that clients read. */
final class Errors {

    private Errors() {}

    /** The error as section 7.1.2 of the GraphQL specification lays it out, with its code. */
    static Map<String, Object> specification(GraphQLError error) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("message", error instanceof Failure ? error.getMessage() : Wording.of(error));
        List<SourceLocation> locations = error.getLocations();
        if (locations != null && !locations.isEmpty()) {
            answer.put("locations", locations.stream().map(Errors::place).toList());
        }
        if (error.getPath() != null) {
            answer.put("path", error.getPath());
        }
        answer.put("extensions", Map.of("code", code(error).name()));
        return answer;
    }

    private static ErrorCode code(GraphQLError error) {
        if (error instanceof Failure failure) {
            return failure.code();
        }
        boolean tooLarge = error instanceof BadFaithIntrospectionError || Wording.tellsOfSize(error);
        return tooLarge ? ErrorCode.TOO_COSTLY : ErrorCode.BAD_REQUEST;
    }

    private static Map<String, Integer> place(SourceLocation location) {
        return Map.of("line", location.getLine(), "column", location.getColumn());
    }

    static ErrorCode code(GraphException failure) {
        if (failure instanceof GraphException.TimedOut) {
            return ErrorCode.TIMEOUT;
        } else if (failure instanceof GraphException.OutOfMemory) {
            return ErrorCode.TOO_COSTLY;
        } else if (failure instanceof GraphException.Unreachable
                || failure instanceof GraphException.NoNeo4j
                || failure instanceof GraphException.Broken
                || failure instanceof GraphException.Busy
                || failure instanceof GraphException.DiskFull
                || failure instanceof GraphException.Closed) {
            return ErrorCode.UNAVAILABLE;
        }
        return ErrorCode.INTERNAL;
    }
}
