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

    /** Plans part of a field, and tells whose part it was when that fails. */
    static <T> T within(ExecutableNormalizedField field, Supplier<T> part) {
        try {
            return part.get();
        } catch (PlanException e) {
            throw new PlanException(String.valueOf(e.getMessage()), new ArrayList<>(field.getListOfResultKeys()));
        }
    }

    /** Result keys that lead to the field at fault. */
    public List<Object> path() {
        return path;
    }
}
