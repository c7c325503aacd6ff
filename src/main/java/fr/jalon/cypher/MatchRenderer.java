package fr.jalon.cypher;

import fr.jalon.plan.Condition;
import fr.jalon.plan.Page;
import java.util.List;

/**
 * Renders a filtered page as one statement for each of its conditions, which finds the nodes that meet it, and one for the page
 * among those that meet all.
 *
 * <p>Where there are few nodes, to find them by each condition takes less time than to plan a statement for all conditions
 * together: filters are put together in ever new ways, of conditions that were asked before.
 */
final class MatchRenderer {

    private final Shape shape;

    MatchRenderer(Shape shape) {
        this.shape = shape;
    }

    /** Whether a page is worth it. */
    boolean fits(Page page) {
        return shape.form() == Shape.Form.NODES
                && shape.hasFew(page.type())
                && !Entry.conjuncts(page.condition()).isEmpty();
    }

    /** The statements of a page that fits. */
    ReadStatements of(Page page) {
        return new ReadStatements(
                Entry.conjuncts(page.condition()).stream()
                        .map(condition -> matches(page, condition))
                        .toList(),
                page.readsNodes() ? rows(page) : null,
                null,
                page.facets().isEmpty() ? null : facets(page),
                null,
                null);
    }

    /** A row for each node that meets a condition; one may come twice. */
    private CypherStatement matches(Page page, Condition condition) {
        Parameters parameters = new Parameters();
        Variables variables = new Variables(shape);
        String node = variables.next();
        String match = new EntryRenderer(parameters, variables).every(page.type(), condition, node);
        return parameters.statement("%s RETURN [%s] AS row".formatted(match, node));
    }

    private CypherStatement rows(Page page) {
        Parameters parameters = new Parameters();
        Variables variables = new Variables(shape);
        String node = variables.next();
        PageRenderer pages = new ProjectionRenderer(parameters, variables).pages();
        String match = RelatedStatements.given(node) + " WITH " + node;
        return parameters.statement(pages.rows(page, node, match, List.of(), false));
    }

    private CypherStatement facets(Page page) {
        Parameters parameters = new Parameters();
        PageRenderer pages = new ProjectionRenderer(parameters, new Variables(shape)).pages();
        return parameters.statement(
                "RETURN %s AS facets".formatted(pages.facets(page, RelatedStatements::given, false)), "facets");
    }
}
