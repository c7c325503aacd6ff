package fr.jalon.plan;

import fr.jalon.period.Period;
import fr.jalon.schema.Contract;
import fr.jalon.schema.Folding;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.PropertyField;
import fr.jalon.schema.RelationshipField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns a coerced filter argument into a condition. */
final class ConditionPlanner {

    private static final Condition NEVER = new Condition.Any(List.of());

    private final Contract contract;

    ConditionPlanner(Contract contract) {
        this.contract = contract;
    }

    /** The condition of a filter; an absent one holds always. */
    Condition plan(@Nullable Object filter, GraphType type) {
        if (!(filter instanceof Map<?, ?> entries)) {
            return Condition.ALWAYS;
        }
        List<Condition> all = new ArrayList<>();
        entries.forEach((name, value) -> {
            if (value != null) {
                all.add(entry((String) name, value, type));
            }
        });
        return all.size() == 1 ? all.get(0) : new Condition.All(List.copyOf(all));
    }

    private Condition entry(String name, Object value, GraphType type) {
        return switch (name) {
            case "and" -> new Condition.All(each((List<?>) value, type));
            case "or" -> new Condition.Any(each((List<?>) value, type));
            case "not" -> new Condition.Not(plan(value, type));
            case "exists" -> Boolean.TRUE.equals(value) ? Condition.ALWAYS : NEVER;
            default -> onField(name, value, type);
        };
    }

    private Condition onField(String name, Object value, GraphType type) {
        if (type.field(name).orElse(null) instanceof PropertyField property) {
            return comparisons(property, (Map<?, ?>) value);
        }
        return type.relationship(name)
                .map(relationship -> related(relationship, (Map<?, ?>) value))
                .orElseGet(() -> interval(name, value));
    }

    private List<Condition> each(List<?> filters, GraphType type) {
        return filters.stream().map(filter -> plan(filter, type)).toList();
    }

    private static Condition comparisons(PropertyField property, Map<?, ?> operators) {
        List<Condition> all = new ArrayList<>();
        operators.forEach((name, value) -> {
            if (name.equals("exists")) {
                Condition exists = new Condition.Exists(property);
                all.add(Boolean.FALSE.equals(value) ? new Condition.Not(exists) : exists);
            } else if (value != null || name.equals("eq")) {
                all.add(new Condition.Compare(property, operator((String) name), stored(property, value)));
            }
        });
        return all.size() == 1 ? all.get(0) : new Condition.All(List.copyOf(all));
    }

    /** The value as the graph holds what it is compared with. */
    private static @Nullable Object stored(PropertyField property, @Nullable Object value) {
        return value != null && property.folded() ? Folding.foldAll(value) : value;
    }

    private Condition related(RelationshipField field, Map<?, ?> value) {
        GraphType target = contract.type(field.target());
        if (field.shape() == RelationshipField.Shape.ONE) {
            return asksForAbsence(value)
                    ? new Condition.Related(field, Condition.Quantifier.NONE, Condition.ALWAYS)
                    : new Condition.Related(field, Condition.Quantifier.SOME, plan(value, target));
        }
        List<Condition> all = new ArrayList<>();
        value.forEach((name, inner) -> {
            if (name.equals("count") && inner instanceof Map<?, ?> operators) {
                all.addAll(counts(field, operators));
            } else if (inner != null) {
                Condition.Quantifier quantifier = Condition.Quantifier.valueOf(upper((String) name));
                all.add(new Condition.Related(field, quantifier, plan(inner, target)));
            }
        });
        return new Condition.All(List.copyOf(all));
    }

    /** A filter that says there is none, and nothing else. */
    private static boolean asksForAbsence(Map<?, ?> filter) {
        return Boolean.FALSE.equals(filter.get("exists"))
                && filter.values().stream().filter(Objects::nonNull).count() == 1;
    }

    private static List<Condition> counts(RelationshipField field, Map<?, ?> operators) {
        List<Condition> all = new ArrayList<>();
        operators.forEach((name, value) -> {
            if (value != null && !name.equals("exists")) {
                all.add(new Condition.Counted(field, operator((String) name), value));
            }
        });
        return all;
    }

    private static Condition interval(String name, Object value) {
        if (value instanceof Boolean continuous) {
            Condition condition = new Condition.Continuous();
            return continuous ? condition : new Condition.Not(condition);
        }
        Period period = Objects.requireNonNull((Period) value);
        return new Condition.Interval(Condition.Position.valueOf(upper(name)), period.start(), period.end());
    }

    private static Condition.Operator operator(String name) {
        return name.equals("startsWith") ? Condition.Operator.STARTS_WITH : Condition.Operator.valueOf(upper(name));
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
