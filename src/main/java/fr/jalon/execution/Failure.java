package fr.jalon.execution;

import fr.jalon.answer.Completion.FieldError;
import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.language.Node;
import graphql.language.SourceLocation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error as clients read it: one sentence, where, and a code.
 *
 * @param path result keys that lead to the field, if it is one field's
 * @param locations places in the document, if known
 */
record Failure(ErrorCode code, String message, @Nullable List<Object> path, List<SourceLocation> locations)
        implements GraphQLError {

    private static final long serialVersionUID = 1L;

    static Failure of(ErrorCode code, String message) {
        return new Failure(code, message, null, List.of());
    }

    static Failure of(FieldError error) {
        ErrorCode code = switch (error.cause()) {
            case GRAPH -> ErrorCode.INTERNAL;
            case SIZE -> ErrorCode.TOO_COSTLY;
        };
        return at(code, error.message(), error.path());
    }

    static Failure at(ErrorCode code, String message, List<Object> path) {
        return new Failure(code, message, path, List.of());
    }

    @Override
    public String getMessage() {
        return message;
    }

    @Override
    public List<SourceLocation> getLocations() {
        return locations;
    }

    @Override
    public ErrorClassification getErrorType() {
        return code;
    }

    @Override
    public @Nullable List<Object> getPath() {
        return path;
    }

    @Override
    public Map<String, Object> getExtensions() {
        return Map.of("code", code.name());
    }

    /** An operation is not run; the failure tells the client why. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Failure failure;

        Refused(Failure failure) {
            // Told to the client, never traced: no stack is worth its cost.
            super(failure.message(), null, false, false);
            this.failure = failure;
        }

        /** Fails where there is too much of something; the text says of what, with {@code %s} for the number. */
        static void beyond(String found, long number, long most, Position position) {
            if (number > most) {
                String message = "%s; at most %s are allowed. Ask in parts.".formatted(found.formatted(number), most);
                throw new Refused(new Failure(ErrorCode.TOO_COSTLY, message, position.path(), position.locations()));
            }
        }

        static Refused badRequest(String message) {
            return new Refused(Failure.of(ErrorCode.BAD_REQUEST, message));
        }

        List<Failure> failures() {
            return List.of(failure);
        }
    }

    /**
     * Where something is in a request.
     *
     * @param path result keys that lead to a field
     * @param locations in the document
     */
    record Position(@Nullable List<Object> path, List<SourceLocation> locations) {

        static Position of(String resultKey) {
            return new Position(List.of(resultKey), List.of());
        }

        static Position of(Node<?> node) {
            SourceLocation location = node.getSourceLocation();
            return new Position(null, location == null ? List.of() : List.of(location));
        }
    }
}
