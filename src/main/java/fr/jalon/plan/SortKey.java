package fr.jalon.plan;

import fr.jalon.schema.RelationshipField;
import java.util.List;

/**
 * One key of an order.
 *
 * @param through to-one relationships that lead to the node that has the property; none for the node itself
 * @param property name of the property
 * @param descending whether the greatest comes first
 * @param required whether every node has it
 */
public record SortKey(List<RelationshipField> through, String property, boolean descending, boolean required) {

    /** The unique key that every order ends with. */
    public static final SortKey ID = new SortKey(List.of(), "id", false, true);

    /** How well a node matches a full-text search, best first. */
    public static final SortKey SCORE = new SortKey(List.of(), "score", true, true);

    /** Whether it is a property of the node itself. */
    public boolean direct() {
        return through.isEmpty();
    }
}
