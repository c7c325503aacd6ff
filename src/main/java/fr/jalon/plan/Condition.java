package fr.jalon.plan;

import fr.jalon.schema.PropertyField;
import fr.jalon.schema.RelationshipField;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must hold of a node. */
public sealed interface Condition {

    /** Holds always. */
    Condition ALWAYS = new All(List.of());

    /** All hold. */
    record All(List<Condition> conditions) implements Condition {}

    /** At least one holds; none of none. */
    record Any(List<Condition> conditions) implements Condition {}

    /** It does not hold. */
    record Not(Condition condition) implements Condition {}

    /** A property compares to a value, folded where the property is; it is null only for {@link Operator#EQ}. */
    record Compare(
            PropertyField property,
            Operator operator,
            @Nullable Object value) implements Condition {}

    /** A property has a value. */
    record Exists(PropertyField property) implements Condition {}

    /** Related nodes meet a condition. */
    record Related(RelationshipField field, Quantifier quantifier, Condition condition) implements Condition {}

    /** The number of related nodes compares to a value. */
    record Counted(RelationshipField field, Operator operator, Object value) implements Condition {}

    /** The period that the node is lies so towards a given one; a bound of null is open. */
    record Interval(
            Position position,
            @Nullable LocalDate start,
            @Nullable LocalDate end) implements Condition {}

    /** The period that the node is has no end. */
    record Continuous() implements Condition {}

    /** How a value compares. */
    enum Operator {
        EQ,
        IN,
        GT,
        GTE,
        LT,
        LTE,
        CONTAINS,
        STARTS_WITH
    }

    /** How many related nodes must meet a condition. */
    enum Quantifier {
        SOME,
        NONE,
        EVERY
    }

    /** How a period lies towards another. */
    enum Position {
        WITHIN,
        OVERLAPS,
        BEFORE,
        AFTER
    }
}
