package fr.jalon.plan;

import graphql.normalized.ExecutableNormalizedField;
import java.util.ArrayList;
import java.util.List;

/** An operation that is valid by the schema but cannot be planned; the message says what to do. */
public final class PlanException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Object> path;

    private PlanException(String message, List<Object> path) {
        super(message);
        this.path = path;
    }

    static PlanException at(ExecutableNormalizedField field, String message) {
        return new PlanException(message, new ArrayList<>(field.getListOfResultKeys()));
    }

    /** Result keys that lead to the field at fault. */
    public List<Object> path() {
        return path;
    }
}
