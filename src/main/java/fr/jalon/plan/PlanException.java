package fr.jalon.plan;

import graphql.normalized.ExecutableNormalizedField;
import java.util.List;

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
    static PlanException unfit(ExecutableNormalizedField field, String message) {
        return new PlanException(message, List.<Object>copyOf(field.getListOfResultKeys()), false);
    }

    /** More than a limit allows. */
    static PlanException tooMuch(ExecutableNormalizedField field, String message) {
        return new PlanException(message, List.<Object>copyOf(field.getListOfResultKeys()), true);
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
