package fr.jalon.execution;

import fr.jalon.answer.Completion.FieldError;
import graphql.ErrorClassification;
import graphql.GraphQLError;
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
}
