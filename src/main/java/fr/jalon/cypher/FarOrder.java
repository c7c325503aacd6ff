package fr.jalon.cypher;

import fr.jalon.plan.Page;
import fr.jalon.plan.SortKey;
import fr.jalon.schema.Route;
import java.util.List;

/**
 * Renders how a list is entered whose first sort key is a property of another node, which one relationship after another
 * leads to: from there, in the order of the property, until the page is full.
 *
 * <p>Nodes that lead to no value come behind all others, or before them. Whichever come last are looked for only where the
 * page has room.
 */
final class FarOrder {

    private final Parameters parameters;
    private final Variables variables;
    private final FarPage far;

    FarOrder(Parameters parameters, Variables variables, Page page, String node) {
        this.parameters = parameters;
        this.variables = variables;
        this.far = FarPage.of(page, node, parameters, variables);
    }

    /** Whether a page has such a key; further ones have to be the node's own. */
    static boolean leads(Page page) {
        List<SortKey> order = page.order();
        return !order.get(0).direct()
                && order.get(0).through().stream().allMatch(field -> field.route() instanceof Route.Step)
                && order.stream().skip(1).allMatch(SortKey::direct);
    }

    CypherStatement statement() {
        Page page = far.page();
        boolean falling = far.first().descending() != page.slice().backward();
        String before = falling ? without() : with();
        String behind = falling ? with() : without();
        PageRenderer pages = new ProjectionRenderer(parameters, variables).pages();
        return parameters.statement(pages.rowsOf(page, far.node(), far.keys(), rows(before, behind)));
    }

    private String rows(String before, String behind) {
        String found = String.join(", ", parameters.searches());
        String some = variables.nextValue();
        String each = variables.nextValue();
        return ("CALL (%1$s) { %2$s RETURN collect([%3$s, %4$s]) AS %5$s }"
                        + " CALL (%6$s) { UNWIND %5$s AS %7$s RETURN head(%7$s) AS %3$s, last(%7$s) AS %4$s"
                        + " UNION ALL WITH %5$s WHERE size(%5$s) < %8$s CALL (%1$s) { %9$s RETURN %3$s, %4$s }"
                        + " RETURN %3$s, %4$s } WITH %10$s ORDER BY %11$s LIMIT %8$s")
                .formatted(
                        found,
                        before,
                        far.node(),
                        far.value(),
                        some,
                        found.isEmpty() ? some : some + ", " + found,
                        each,
                        far.limit(),
                        behind,
                        far.keys().binding(),
                        far.keys().order());
    }

    private String with() {
        return new NodesWithValue(far).rows();
    }

    private String without() {
        return new NodesWithoutValue(far).rows();
    }
}
