package fr.jalon.cypher;

import fr.jalon.plan.Condition;
import fr.jalon.plan.Page;
import fr.jalon.schema.RelationshipField;
import fr.jalon.schema.Route;
import java.util.List;

/**
 * Renders the rows of a list below a node by the way that costs less: by following all relationships of the node, or, where
 * these are very many, by walking an index in the order of the list, which soon finds a page of what they lead to.
 *
 * <p>Which one it is, is decided for each node when the statement runs; only the branch that is taken is run.
 */
final class NestedEntry {

    private final Parameters parameters;
    private final Variables variables;
    private final PageRenderer pages;

    NestedEntry(Parameters parameters, Variables variables, PageRenderer pages) {
        this.parameters = parameters;
        this.variables = variables;
        this.pages = pages;
    }

    /**
     * Whether an index has the order of the list, and the number of what the node leads to is known without reading it. Of what a
     * filter leaves out, a walk might have to pass nearly all.
     */
    boolean fits(RelationshipField field, Page page) {
        return field.route() instanceof Route.Step
                && page.condition().equals(Condition.ALWAYS)
                && !variables.shape().hasFew(page.type())
                && page.order().get(0).required()
                && page.order().stream().noneMatch(key -> Keys.isComputed(key, page.type(), variables));
    }

    String rows(RelationshipField field, Page page, String node) {
        String walked = variables.next();
        String followed = variables.next();
        String found = variables.next();
        Keys keys = Keys.of(page, found, variables);
        return ("COLLECT { UNWIND CASE WHEN COUNT { %s } > %s THEN COLLECT { %s } ELSE COLLECT { %s } END AS %s"
                        + " RETURN [%s] AS row ORDER BY %s }")
                .formatted(
                        Patterns.now(node, field.route(), ""),
                        parameters.add(leastWalked(page)),
                        pages.nodes(page, walked, walk(field, page, node, walked), false),
                        pages.nodes(page, followed, follow(field, page, node, followed), false),
                        found,
                        pages.projected(page, found, keys),
                        keys.order());
    }

    private String walk(RelationshipField field, Page page, String node, String other) {
        List<String> filters = pages.walk(page, other);
        filters.add("EXISTS { MATCH %s }".formatted(new Patterns(variables).between(node, field.route(), other)));
        filters.addAll(pages.bounds(page, other));
        return "MATCH (%s:%s)%s".formatted(other, page.type().label(), PageRenderer.where(filters));
    }

    private String follow(RelationshipField field, Page page, String node, String other) {
        return "MATCH " + new Patterns(variables).between(node, field.route(), other)
                + PageRenderer.where(pages.bounds(page, other));
    }

    /** From so many relationships on, to walk past those of other nodes costs less than to follow all. */
    private double leastWalked(Page page) {
        return Math.sqrt(
                Shape.walk(page.slice().limit() + 1L) * variables.shape().nodes(page.type()));
    }
}
