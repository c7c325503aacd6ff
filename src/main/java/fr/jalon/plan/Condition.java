package fr.jalon.plan;

import fr.jalon.schema.GraphType;
import fr.jalon.schema.PropertyField;
import fr.jalon.schema.RelationshipField;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must hold of a node. */
public sealed interface Condition {

    /** Holds always. */
    Condition ALWAYS = new All(List.of());

    /** Holds never. */
    Condition NEVER = new Any(List.of());

    /** All hold, in as few words as can be. */
    static Condition all(List<Condition> conditions) {
        List<Condition> needed =
                conditions.stream().filter(each -> !each.equals(ALWAYS)).toList();
        return needed.size() == 1 ? needed.get(0) : new All(needed);
    }

    /** At least one holds, in as few words as can be. */
    static Condition any(List<Condition> conditions) {
        return conditions.contains(ALWAYS) ? ALWAYS : new Any(conditions);
    }

    /** All hold. */
    record All(List<Condition> conditions) implements Condition {}

    /** At least one holds; none of none. */
    record Any(List<Condition> conditions) implements Condition {}

    /** It does not hold. */
    record Not(Condition condition) implements Condition {}

    /**
     * A property, or a value of one that is a list, compares to a value, folded where the property is.
     *
     * @param value of the property's type, a {@link GivenText}, or a list of these
     */
    record Compare(PropertyField property, Operator operator, Object value) implements Condition {}

    /** A property has a value, or has none. */
    record Exists(PropertyField property, boolean exists) implements Condition {}

    /** The values of a property that is a list meet a condition. */
    record Elements(PropertyField property, Quantifier quantifier, Condition condition) implements Condition {}

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

    /** A full-text search finds every term in the node. */
    record Found(GraphType type, SearchTerms terms) implements Condition {}

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

    /** How many related nodes, or values of a list, must meet a condition. */
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
