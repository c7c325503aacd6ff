package fr.jalon.plan;

import fr.jalon.period.Period;
import fr.jalon.schema.Folding;
import fr.jalon.schema.PropertyField;
import fr.jalon.schema.RelationshipField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Conditions on values: of a property, of each value of a list, and on numbers of related nodes. */
final class ValueConditions {

    private ValueConditions() {}

    static Condition of(PropertyField property, Map<?, ?> filter) {
        return property.list() ? elements(property, filter) : comparisons(property, filter);
    }

    static Condition count(RelationshipField field, Map<?, ?> filter) {
        List<Condition> all = new ArrayList<>();
        filter.forEach((name, value) -> {
            if (value != null) {
                requireNumber(value);
                all.add(new Condition.Counted(field, operator((String) name), value));
            } else if (name.equals("eq")) {
                // Related nodes have a number always, even if it is zero.
                all.add(Condition.NEVER);
            }
        });
        return Condition.all(all);
    }

    /** Nodes are never counted below zero, so a condition that says so is a mistake. */
    private static void requireNumber(Object value) {
        List<?> numbers = value instanceof List<?> list ? list : List.of(value);
        for (Object number : numbers) {
            if ((Integer) number < 0) {
                throw PlanException.of("A number of nodes is zero or more; found %s.".formatted((Integer) number));
            }
        }
    }

    private static Condition elements(PropertyField property, Map<?, ?> filter) {
        List<Condition> all = new ArrayList<>();
        filter.forEach((name, value) -> {
            if (value instanceof Boolean exists) {
                all.add(new Condition.Exists(property, exists));
            } else if (value != null) {
                Condition.Quantifier quantifier = Condition.Quantifier.valueOf(upper((String) name));
                all.add(new Condition.Elements(property, quantifier, comparisons(property, (Map<?, ?>) value)));
            }
        });
        return Condition.all(all);
    }

    private static Condition comparisons(PropertyField property, Map<?, ?> filter) {
        List<Condition> all = new ArrayList<>();
        filter.forEach((name, value) -> {
            if (value instanceof Boolean exists && name.equals("exists")) {
                all.add(existence(property, exists));
            } else if (value != null) {
                all.add(new Condition.Compare(property, operator((String) name), stored(property, value)));
            } else if (name.equals("eq")) {
                all.add(existence(property, false));
            }
        });
        return Condition.all(all);
    }

    /** A value of a list is always there. */
    private static Condition existence(PropertyField property, boolean exists) {
        if (property.list()) {
            return exists ? Condition.ALWAYS : Condition.NEVER;
        }
        return new Condition.Exists(property, exists);
    }

    /** The value as the graph holds what it is compared with. */
    private static Object stored(PropertyField property, Object value) {
        if (value instanceof List<?> values) {
            return values.stream().map(each -> stored(property, each)).toList();
        } else if (value instanceof Period period) {
            return period.label();
        }
        if (value instanceof GivenText given) {
            return property.folded() ? given.folded() : given;
        }
        return value instanceof String text && property.folded() ? Folding.foldPart(text) : value;
    }

    private static Condition.Operator operator(String name) {
        return name.equals("startsWith") ? Condition.Operator.STARTS_WITH : Condition.Operator.valueOf(upper(name));
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
