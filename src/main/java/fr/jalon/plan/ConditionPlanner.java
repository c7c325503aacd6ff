package fr.jalon.plan;

import fr.jalon.period.Period;
import fr.jalon.plan.Condition.Compare;
import fr.jalon.plan.Condition.Operator;
import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.PropertyField;
import fr.jalon.schema.RelationshipField;
import graphql.normalized.ExecutableNormalizedField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a coerced filter argument into a condition; an entry that says nothing is none. */
final class ConditionPlanner {

    private final Contract contract;

    ConditionPlanner(Contract contract) {
        this.contract = contract;
    }

    /** The condition of the filter that a field is given; without any it holds always. */
    Condition plan(ExecutableNormalizedField field, GraphType type) {
        return PlanException.within(
                field, () -> plan(Arguments.of(field).given().get("filter"), type));
    }

    private Condition plan(@Nullable Object filter, GraphType type) {
        List<Condition> all = new ArrayList<>();
        if (filter instanceof Map<?, ?> entries) {
            entries.forEach((name, value) -> {
                if (value != null) {
                    all.add(entry((String) name, value, type));
                }
            });
        }
        return Condition.all(all);
    }

    private Condition entry(String name, Object value, GraphType type) {
        return switch (name) {
            case "and" -> Condition.all(each((List<?>) value, type));
            case "or" -> Condition.any(each((List<?>) value, type));
            case "not" -> new Condition.Not(plan(value, type));
            case "exists" -> Boolean.TRUE.equals(value) ? Condition.ALWAYS : Condition.NEVER;
            case "search" -> found(String.valueOf(value), type);
            default -> onField(name, value, type);
        };
    }

    private static Condition found(String text, GraphType type) {
        SearchTerms terms = SearchTerms.of(text);
        return terms.isEmpty() ? Condition.NEVER : new Condition.Found(type, terms);
    }

    private Condition onField(String name, Object value, GraphType type) {
        if (type.field(name).orElse(null) instanceof PropertyField property) {
            Condition condition = ValueConditions.of(property, (Map<?, ?>) value);
            return new OneKind(contract, type).narrowed(property, condition);
        } else if (type.field(name).orElse(null) instanceof RelationshipField relationship) {
            Map<?, ?> filter = (Map<?, ?>) value;
            return relationship.shape() == RelationshipField.Shape.ONE
                    ? toOne(relationship, filter)
                    : toMany(relationship, filter);
        }
        return interval(name, value);
    }

    private List<Condition> each(List<?> filters, GraphType type) {
        return filters.stream().map(filter -> plan(filter, type)).toList();
    }

    /** What is said of the related node holds of none; what is said of its existence may be joined with it. */
    private Condition toOne(RelationshipField field, Map<?, ?> filter) {
        List<Condition> all = new ArrayList<>();
        Map<Object, Object> ofNode = new LinkedHashMap<>();
        filter.forEach((name, value) -> {
            if (tellsExistence((String) name, value)) {
                all.add(existence(field, (String) name, value));
            } else {
                ofNode.put(name, value);
            }
        });
        Condition condition = plan(ofNode, contract.type(field.target()));
        if (!condition.equals(Condition.ALWAYS)) {
            all.add(new Condition.Related(field, Condition.Quantifier.SOME, condition));
        }
        return Condition.all(all);
    }

    private Condition existence(RelationshipField field, String name, Object value) {
        return switch (name) {
            case "and" -> Condition.all(eachToOne(field, (List<?>) value));
            case "or" -> Condition.any(eachToOne(field, (List<?>) value));
            case "not" -> new Condition.Not(toOne(field, (Map<?, ?>) value));
            default ->
                new Condition.Related(
                        field,
                        Boolean.TRUE.equals(value) ? Condition.Quantifier.SOME : Condition.Quantifier.NONE,
                        Condition.ALWAYS);
        };
    }

    private List<Condition> eachToOne(RelationshipField field, List<?> filters) {
        return filters.stream().map(filter -> toOne(field, (Map<?, ?>) filter)).toList();
    }

    private static boolean tellsExistence(String name, @Nullable Object value) {
        if (value instanceof List<?> filters && (name.equals("and") || name.equals("or"))) {
            return filters.stream().anyMatch(filter -> tellsExistence("not", filter));
        } else if (value instanceof Map<?, ?> filter && name.equals("not")) {
            return filter.entrySet().stream()
                    .anyMatch(entry -> tellsExistence((String) entry.getKey(), entry.getValue()));
        }
        return value != null && name.equals("exists");
    }

    private Condition toMany(RelationshipField field, Map<?, ?> filter) {
        List<Condition> all = new ArrayList<>();
        filter.forEach((name, value) -> {
            if (name.equals("count") && value != null) {
                all.add(ValueConditions.count(field, (Map<?, ?>) value));
            } else if (value != null) {
                all.add(new Condition.Related(
                        field,
                        Condition.Quantifier.valueOf(upper((String) name)),
                        plan(value, contract.type(field.target()))));
            }
        });
        return Condition.all(all);
    }

    private static Condition interval(String name, Object value) {
        if (value instanceof Boolean continuous) {
            Condition condition = new Condition.Continuous();
            return continuous ? condition : new Condition.Not(condition);
        }
        Period period = Objects.requireNonNull((Period) value);
        return new Condition.Interval(Condition.Position.valueOf(upper(name)), period.start(), period.end());
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    /**
     * Tells nodes of one concrete type by the start of their ids, where a value is asked for that only these have.
     *
     * <p>The index of the ids then finds them in their order, however few they are among the others of an interface.
     */
    record OneKind(Contract contract, GraphType type) {

        Condition narrowed(PropertyField property, Condition condition) {
            if (type.isAbstract() && condition instanceof Compare compare && compare.operator() == Operator.EQ) {
                return only(property, String.valueOf(compare.value()))
                        .map(member -> Condition.all(List.of(condition, startsLike(member))))
                        .orElse(condition);
            }
            return condition;
        }

        private Optional<GraphType> only(PropertyField property, String value) {
            List<GraphType> having = type.members().stream()
                    .map(contract::type)
                    .filter(member -> mayHave(member, property.name(), value))
                    .toList();
            return having.size() == 1 ? Optional.of(having.get(0)) : Optional.empty();
        }

        private static boolean mayHave(GraphType member, String property, String value) {
            String constant =
                    member.property(property).map(PropertyField::constant).orElse(null);
            return constant == null || constant.equals(value);
        }

        private static Condition startsLike(GraphType member) {
            PropertyField id = member.property("id").orElseThrow();
            return new Compare(id, Operator.STARTS_WITH, member.idPrefix() + "/");
        }
    }
}
