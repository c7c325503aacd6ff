package fr.jalon.plan;

import graphql.normalized.ExecutableNormalizedField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** An operation that is valid by the schema but cannot be planned; the message says what to do. */
public final class PlanException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Object> path;

    PlanException(String message, List<Object> path) {
        super(message);
        this.path = path;
    }

    static PlanException at(ExecutableNormalizedField field, String message) {
        return new PlanException(message, new ArrayList<>(field.getListOfResultKeys()));
    }

    /** Plans part of a field, and tells whose part it was when that fails. */
    static <T> T within(ExecutableNormalizedField field, Supplier<T> part) {
        try {
            return part.get();
        } catch (PlanException e) {
            throw at(field, String.valueOf(e.getMessage()));
        }
    }

    /** Result keys that lead to the field at fault. */
    public List<Object> path() {
        return path;
    }
}
