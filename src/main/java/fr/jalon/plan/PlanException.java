package fr.jalon.plan;

import graphql.normalized.ExecutableNormalizedField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** An operation that is valid by the schema but is not planned; the message says what to do. */
public final class PlanException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Object> path;
    private final boolean beyondLimit;

    private PlanException(String message, List<Object> path, boolean beyondLimit) {
        super(message);
        this.path = path;
        this.beyondLimit = beyondLimit;
    }

    /** Arguments that contradict each other or fit nothing. */
    static PlanException at(ExecutableNormalizedField field, String message) {
        return new PlanException(message, path(field), false);
    }

    /** More than a limit allows. */
    static PlanException tooMuch(ExecutableNormalizedField field, String message) {
        return new PlanException(message, path(field), true);
    }

    /** A value that fits nothing, of a field that is not known here; see {@link #within}. */
    static PlanException of(String message) {
        return new PlanException(message, List.of(), false);
    }

    /** More than a limit allows, of a field that is not known here; see {@link #within}. */
    static PlanException tooMuch(String message) {
        return new PlanException(message, List.of(), true);
    }

    /** Plans part of a field, and tells whose part it was when that fails. */
    static <T> T within(ExecutableNormalizedField field, Supplier<T> part) {
        try {
            return part.get();
        } catch (PlanException e) {
            throw new PlanException(String.valueOf(e.getMessage()), path(field), e.beyondLimit);
        }
    }

    private static List<Object> path(ExecutableNormalizedField field) {
        return new ArrayList<>(field.getListOfResultKeys());
    }

    /** Result keys that lead to the field at fault. */
    public List<Object> path() {
        return path;
    }

    /** Whether less of the same would be planned. */
    public boolean isBeyondLimit() {
        return beyondLimit;
    }
}
