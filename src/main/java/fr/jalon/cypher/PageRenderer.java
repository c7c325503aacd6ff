package fr.jalon.cypher;

import fr.jalon.plan.Condition;
import fr.jalon.plan.NodeSelection;
import fr.jalon.plan.Page;
import fr.jalon.plan.SortKey;
import fr.jalon.schema.RelationshipField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Renders pages: first the nodes of the page by keyset, then, and only of those, what is read of them.
 *
 * <p>One row holds the projections of the page in their order and, last, the list of the sort keys' values.
 */
final class PageRenderer {

    private final Parameters parameters;
    private final Variables variables;
    private final ConditionRenderer conditions;
    private final Patterns patterns;
    private final ProjectionRenderer projections;

    PageRenderer(Parameters parameters, Variables variables, ProjectionRenderer projections) {
        this.parameters = parameters;
        this.variables = variables;
        this.conditions = new ConditionRenderer(parameters, variables);
        this.patterns = new Patterns(variables);
        this.projections = projections;
    }

    /**
     * A list: the rows, or null where none is read; the count, or null where it is not asked for; the facets where they
     * are.
     */
    String nested(RelationshipField field, Page page, String node) {
        return "[%s, %s%s]"
                .formatted(
                        page.readsNodes() ? nestedRows(field, page, node) : "null",
                        page.counted() ? nestedCount(field, page, node) : "null",
                        page.facets().isEmpty() ? "" : ", " + nestedFacets(field, page, node));
    }

    String nestedRows(RelationshipField field, Page page, String node) {
        NestedEntry entry = new NestedEntry(parameters, variables, this);
        if (entry.fits(field, page)) {
            return entry.rows(field, page, node);
        }
        String other = variables.next();
        String match = "MATCH " + patterns.between(node, field.route(), other);
        String rows = rows(page, other, match, predicates(page.condition(), other), Patterns.repeats(field));
        return "COLLECT { " + rows + " }";
    }

    String nestedFacets(RelationshipField field, Page page, String node) {
        return facets(
                page,
                other -> "MATCH " + patterns.between(node, field.route(), other)
                        + where(predicates(page.condition(), other)),
                true);
    }

    /** A list of what each facets field asks for, see {@link CountsRenderer#facets}. */
    String facets(Page page, UnaryOperator<String> match, boolean nested) {
        CountsRenderer counts = new CountsRenderer(parameters, variables);
        return page.facets().stream()
                .map(facets -> counts.facets(facets, match, nested))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    String nestedCount(RelationshipField field, Page page, String node) {
        String other = variables.next();
        return "COUNT { MATCH %s%s RETURN %s%s }"
                .formatted(
                        patterns.between(node, field.route(), other),
                        where(predicates(page.condition(), other)),
                        Patterns.repeats(field) ? "DISTINCT " : "",
                        other);
    }

    /**
     * From a match to rows.
     *
     * @param match a clause that binds the node and takes a WHERE
     * @param predicates what must hold of the node
     * @param repeats whether the match may bind the same node twice
     */
    String rows(Page page, String node, String match, List<String> predicates, boolean repeats) {
        Keys keys = Keys.of(page, node, variables);
        String keyset = new Keyset(parameters, page, keys.names()).predicate();
        List<String> filters = new ArrayList<>(predicates);
        StringBuilder text = new StringBuilder(match);
        boolean early = !keys.computed() && !keyset.isEmpty();
        if (early) {
            filters.add(keyset);
        }
        text.append(where(filters));
        if (repeats || (keys.computed() && !keyset.isEmpty())) {
            text.append(" WITH ").append(repeats ? "DISTINCT " : "").append(keys.binding());
            text.append(early || keyset.isEmpty() ? "" : " WHERE " + keyset);
            keys = keys.bound();
        }
        return text.append(" WITH %s ORDER BY %s LIMIT %s RETURN [%s] AS row ORDER BY %s"
                        .formatted(
                                keys.binding(),
                                keys.order(),
                                parameters.add((long) page.slice().limit() + 1),
                                projected(page, node, keys),
                                keys.order()))
                .toString();
    }

    /** Rows of a page of a root field, by a clause that binds its nodes. */
    String rowsOf(Page page, String node, Keys keys, String binding) {
        return binding
                + " WITH %s ORDER BY %s RETURN [%s] AS row ORDER BY %s"
                        .formatted(keys.binding(), keys.order(), projected(page, node, keys), keys.order());
    }

    /**
     * The nodes of a page without what is read of them, where every sort key is the node's own.
     *
     * @param match a clause with its WHERE that binds the node, the page's bounds aside
     */
    String nodes(Page page, String node, String match, boolean repeats) {
        Keys keys = Keys.of(page, node, variables);
        return "%s WITH %s%s ORDER BY %s LIMIT %s RETURN %s"
                .formatted(
                        match,
                        repeats ? "DISTINCT " : "",
                        node,
                        keys.order(),
                        parameters.add((long) page.slice().limit() + 1),
                        node);
    }

    /** The bounds of a page whose sort keys are the node's own. */
    List<String> bounds(Page page, String node) {
        String keyset =
                new Keyset(parameters, page, Keys.of(page, node, variables).names()).predicate();
        return keyset.isEmpty() ? List.of() : List.of(keyset);
    }

    String projected(Page page, String node, Keys keys) {
        List<String> parts = new ArrayList<>();
        for (NodeSelection selection : page.projections()) {
            parts.add(projections.render(selection, node));
        }
        parts.add("[" + String.join(", ", keys.names()) + "]");
        return String.join(", ", parts);
    }

    /** What holds of the nodes of a page; that the first sort key has a value makes its index give the order. */
    List<String> walk(Page page, String node) {
        List<String> predicates = new ArrayList<>();
        SortKey first = page.order().get(0);
        if (!Keys.isComputed(first, page.type(), variables) && first.required()) {
            predicates.add("%s.%s IS NOT NULL".formatted(node, first.property()));
        }
        predicates.addAll(predicates(page.condition(), node));
        return predicates;
    }

    List<String> predicates(Condition condition, String node) {
        String predicate = conditions.render(condition, node);
        return predicate.equals(ConditionRenderer.TRUE) ? List.of() : List.of(predicate);
    }

    static String where(List<String> predicates) {
        return predicates.isEmpty() ? "" : " WHERE " + String.join(" AND ", predicates);
    }
}
