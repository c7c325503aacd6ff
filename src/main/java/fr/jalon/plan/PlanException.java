package fr.jalon.plan;

import java.util.List;

/** An operation that is valid by the schema but cannot be planned; the message says what to do. */
public final class PlanException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Object> path;

    PlanException(String message, List<Object> path) {
        super(message);
        this.path = path;
    }

    /** Result keys that lead to the field at fault. */
    public List<Object> path() {
        return path;
    }
}
