package fr.jalon.mutation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a report was not written, for its author.
 *
 * @param path names in the input that lead to what is wrong
 * @param message what was wrong and what is expected, in a sentence
 * @param current what stands instead, if that helps
 */
public record UserError(
        Code code,
        List<String> path,
        String message,
        @Nullable String current) {

    /** Kinds of faults; the contract has the same. */
    public enum Code {
        NOT_FOUND,
        MISSING,
        INVALID,
        CONFLICT,
        KEY_REUSED
    }

    /** The fields of the contract's type. */
    public Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("code", code.name());
        fields.put("path", path);
        fields.put("message", message);
        fields.put("current", current);
        return fields;
    }

    static Invalid missing(String field, String message) {
        return new Invalid(new UserError(Code.MISSING, List.of("input", field), message, null));
    }

    static Invalid invalid(String field, String message) {
        return new Invalid(new UserError(Code.INVALID, List.of("input", field), message, null));
    }

    static Invalid invalid(String field, String message, String current) {
        return new Invalid(new UserError(Code.INVALID, List.of("input", field), message, current));
    }

    static Invalid notFound(String field, String message) {
        return new Invalid(new UserError(Code.NOT_FOUND, List.of("input", field), message, null));
    }

    /** Ends an attempt before anything is written. */
    static final class Invalid extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient UserError error;

        Invalid(UserError error) {
            // Told to the author, never traced: no stack is worth its cost.
            super(error.message(), null, false, false);
            this.error = error;
        }

        UserError error() {
            return error;
        }
    }
}
