package fr.jalon.plan;

import fr.jalon.schema.PropertyField;
import fr.jalon.schema.RelationshipField;

/** One entry of the answer for a node, under its result key. */
public sealed interface Selected {

    /** The alias, or else the name of the field. */
    String resultKey();

    /** A property. */
    record Property(String resultKey, PropertyField field) implements Selected {}

    /** The name of the concrete type. */
    record Typename(String resultKey) implements Selected {}

    /** One related node, or none. */
    record One(String resultKey, RelationshipField field, NodeSelection node) implements Selected {}

    /** Every related node that meets a condition, sorted by id. */
    record Many(String resultKey, RelationshipField field, Condition condition, NodeSelection node)
            implements Selected {}

    /** A page of related nodes. */
    record Connection(String resultKey, RelationshipField field, Page page) implements Selected {}
}
