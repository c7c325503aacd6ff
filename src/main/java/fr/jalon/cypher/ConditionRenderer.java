package fr.jalon.cypher;

import fr.jalon.plan.Condition;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Renders conditions as Cypher predicates; every value becomes a parameter. */
final class ConditionRenderer {

    /** What a condition renders to that holds always. */
    static final String TRUE = "true";

    private final Parameters parameters;
    private final Variables variables;

    ConditionRenderer(Parameters parameters, Variables variables) {
        this.parameters = parameters;
        this.variables = variables;
    }

    String render(Condition condition, String node) {
        if (condition instanceof Condition.All all) {
            return joined(all.conditions(), " AND ", TRUE, node);
        } else if (condition instanceof Condition.Any any) {
            return joined(any.conditions(), " OR ", "false", node);
        } else if (condition instanceof Condition.Not not) {
            return "NOT coalesce(%s, false)".formatted(render(not.condition(), node));
        } else if (condition instanceof Condition.Exists exists) {
            return "%s.%s IS NOT NULL".formatted(node, exists.property().compared());
        } else if (condition instanceof Condition.Compare compare) {
            return compare(compare, node);
        } else if (condition instanceof Condition.Related related) {
            return related(related, node);
        } else if (condition instanceof Condition.Counted counted) {
            return counted(counted, node);
        } else if (condition instanceof Condition.Interval interval) {
            return interval(interval, node);
        }
        return node + ".kind = 'CONTINUOUS'";
    }

    private String joined(List<Condition> conditions, String operator, String ofNone, String node) {
        if (conditions.isEmpty()) {
            return ofNone;
        }
        return conditions.stream()
                .map(condition -> render(condition, node))
                .collect(Collectors.joining(operator, "(", ")"));
    }

    private String compare(Condition.Compare compare, String node) {
        String left = node + "." + compare.property().compared();
        return compare.value() == null
                ? left + " IS NULL"
                : left + operator(compare.operator()) + parameters.add(compare.value());
    }

    private String related(Condition.Related related, String node) {
        String other = variables.next();
        String pattern = Patterns.between(node, related.field().route(), other);
        String inner = render(related.condition(), other);
        String where = inner.equals(TRUE) ? "" : " WHERE " + inner;
        return switch (related.quantifier()) {
            case SOME -> "EXISTS { MATCH %s%s }".formatted(pattern, where);
            case NONE -> "NOT EXISTS { MATCH %s%s }".formatted(pattern, where);
            case EVERY -> "NOT EXISTS { MATCH %s WHERE NOT coalesce(%s, false) }".formatted(pattern, inner);
        };
    }

    private String counted(Condition.Counted counted, String node) {
        String other = variables.next();
        String pattern = Patterns.between(node, counted.field().route(), other);
        return "COUNT { MATCH %s RETURN DISTINCT %s }%s%s"
                .formatted(pattern, other, operator(counted.operator()), parameters.add(counted.value()));
    }

    private String interval(Condition.Interval interval, String node) {
        LocalDate start = interval.start();
        LocalDate end = interval.end();
        if (start == null || end == null) {
            return continuous(interval.position(), node);
        }
        String from = parameters.add(start);
        String to = parameters.add(end);
        return switch (interval.position()) {
            case WITHIN -> "(%1$s.start >= %2$s AND %1$s.end <= %3$s)".formatted(node, from, to);
            case OVERLAPS ->
                "(%1$s.kind = 'CONTINUOUS' OR (%1$s.start <= %3$s AND %1$s.end >= %2$s))".formatted(node, from, to);
            case BEFORE -> "%s.end < %s".formatted(node, from);
            case AFTER -> "%s.start > %s".formatted(node, to);
        };
    }

    /** Only what has no end lies within what has no end; everything overlaps it; nothing is before or after it. */
    private static String continuous(Condition.Position position, String node) {
        return switch (position) {
            case WITHIN -> node + ".kind = 'CONTINUOUS'";
            case OVERLAPS -> TRUE;
            case BEFORE, AFTER -> "false";
        };
    }

    private static String operator(Condition.Operator operator) {
        return switch (Objects.requireNonNull(operator)) {
            case EQ -> " = ";
            case IN -> " IN ";
            case GT -> " > ";
            case GTE -> " >= ";
            case LT -> " < ";
            case LTE -> " <= ";
            case CONTAINS -> " CONTAINS ";
            case STARTS_WITH -> " STARTS WITH ";
        };
    }
}
