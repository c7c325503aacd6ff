package fr.jalon.cypher;

import fr.jalon.plan.Condition;
import fr.jalon.schema.PropertyField;
import fr.jalon.schema.RelationshipField;
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
    private final Moments moments;
    private final Patterns patterns;

    ConditionRenderer(Parameters parameters, Variables variables) {
        this.parameters = parameters;
        this.variables = variables;
        this.moments = new Moments(variables);
        this.patterns = new Patterns(moments);
    }

    String render(Condition condition, String node) {
        if (condition instanceof Condition.All all) {
            return joined(all.conditions(), " AND ", TRUE, node);
        } else if (condition instanceof Condition.Any any) {
            return joined(any.conditions(), " OR ", "false", node);
        } else if (condition instanceof Condition.Not not) {
            return negated(not.condition(), node);
        } else if (condition instanceof Condition.Exists exists) {
            return compared(exists.property(), node) + (exists.exists() ? " IS NOT NULL" : " IS NULL");
        } else if (condition instanceof Condition.Compare compare) {
            String left = compare.property().list() ? node : compared(compare.property(), node);
            return left + operator(compare.operator()) + parameters.add(compare.value());
        } else if (condition instanceof Condition.Elements elements) {
            return elements(elements, node);
        } else if (condition instanceof Condition.Related related) {
            return related(related, node);
        } else if (condition instanceof Condition.Counted counted) {
            return counted(counted, node);
        } else if (condition instanceof Condition.Interval interval) {
            return interval(interval, node);
        } else if (condition instanceof Condition.Found found) {
            String query = FullText.every(found.terms());
            return "%s.id IN %s"
                    .formatted(node, parameters.idsFound(found.type().label(), query));
        }
        return node + ".kind = 'CONTINUOUS'";
    }

    /** What compares to nothing is unknown, so its negation has to hold. */
    private String negated(Condition condition, String node) {
        String rendered = render(condition, node);
        return isKnown(condition) ? "NOT " + rendered : "NOT coalesce(%s, false)".formatted(rendered);
    }

    private static boolean isKnown(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.conditions().stream().allMatch(ConditionRenderer::isKnown);
        } else if (condition instanceof Condition.Any any) {
            return any.conditions().stream().allMatch(ConditionRenderer::isKnown);
        }
        return condition instanceof Condition.Related
                || condition instanceof Condition.Elements
                || condition instanceof Condition.Exists
                || condition instanceof Condition.Found
                || condition instanceof Condition.Not;
    }

    private String joined(List<Condition> conditions, String operator, String ofNone, String node) {
        if (conditions.isEmpty()) {
            return ofNone;
        }
        return conditions.stream()
                .map(condition -> render(condition, node))
                .collect(Collectors.joining(operator, "(", ")"));
    }

    private String compared(PropertyField property, String node) {
        return moments.compared(property, node);
    }

    private String elements(Condition.Elements elements, String node) {
        String value = variables.nextValue();
        return "%s(%s IN coalesce(%s, []) WHERE %s)"
                .formatted(
                        switch (elements.quantifier()) {
                            case SOME -> "any";
                            case NONE -> "none";
                            case EVERY -> "all";
                        },
                        value,
                        compared(elements.property(), node),
                        render(elements.condition(), value));
    }

    private String related(Condition.Related related, String node) {
        String other = variables.next();
        boolean ofOne = related.field().shape() == RelationshipField.Shape.ONE
                && !related.condition().equals(Condition.ALWAYS);
        String pattern = ofOne
                ? patterns.toOne(node, related.field(), other)
                : patterns.between(node, related.field().route(), other);
        return switch (related.quantifier()) {
            case SOME -> "EXISTS { MATCH %s%s }".formatted(pattern, where(related.condition(), other));
            case NONE -> "NOT EXISTS { MATCH %s%s }".formatted(pattern, where(related.condition(), other));
            case EVERY -> "NOT EXISTS { MATCH %s WHERE %s }".formatted(pattern, negated(related.condition(), other));
        };
    }

    private String where(Condition condition, String node) {
        String rendered = render(condition, node);
        return rendered.equals(TRUE) ? "" : " WHERE " + rendered;
    }

    private String counted(Condition.Counted counted, String node) {
        return count(counted.field(), node) + operator(counted.operator()) + parameters.add(counted.value());
    }

    /** Where no node comes twice, the graph knows the number without reading them. */
    private String count(RelationshipField field, String node) {
        if (!Patterns.repeats(field)) {
            return "COUNT { %s }".formatted(patterns.between(node, field.route(), ""));
        }
        String other = variables.next();
        return "COUNT { MATCH %s RETURN DISTINCT %s }".formatted(patterns.between(node, field.route(), other), other);
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
