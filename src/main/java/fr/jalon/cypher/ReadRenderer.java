package fr.jalon.cypher;

import fr.jalon.plan.NodeSelection;
import fr.jalon.plan.Page;
import fr.jalon.plan.RootPlan;
import fr.jalon.plan.SortKey;
import fr.jalon.schema.GraphType;
import java.util.ArrayList;
import java.util.List;

/** Renders what a root field reads as one statement, and one more each for a count, for facets and for suggestions; safe for use by many threads. */
public final class ReadRenderer {

    /** Renders a plan. */
    public ReadStatements render(RootPlan plan) {
        if (plan instanceof RootPlan.One one) {
            return ReadStatements.of(byIds(List.of(one.id()), one.node()));
        } else if (plan instanceof RootPlan.Many many) {
            return ReadStatements.of(byIds(many.ids(), many.node()));
        } else if (plan instanceof RootPlan.Paths paths) {
            return ReadStatements.of(new WaysRenderer().paths(paths));
        } else if (plan instanceof RootPlan.Neighbours neighbours) {
            return ReadStatements.of(new WaysRenderer().neighbours(neighbours));
        } else if (plan instanceof RootPlan.Counts counts) {
            return ReadStatements.of(counts(counts));
        } else if (plan instanceof RootPlan.OfType ofType) {
            Page page = ofType.page();
            return new ReadStatements(
                    page.readsNodes() ? ofType(page) : null,
                    page.counted() ? countOfType(page) : null,
                    page.facets().isEmpty() ? null : facetsOfType(page),
                    null);
        }
        return SearchRenderer.statements((RootPlan.Search) plan);
    }

    private static CypherStatement byIds(List<String> ids, NodeSelection selection) {
        Parameters parameters = new Parameters();
        Variables variables = new Variables();
        String node = variables.next();
        String text = "MATCH (%s:Node) WHERE %s.id IN %s%s RETURN %s AS row ORDER BY %s.id"
                .formatted(
                        node,
                        node,
                        parameters.add(ids),
                        labelled(selection.type(), node),
                        new ProjectionRenderer(parameters, variables).render(selection, node),
                        node);
        return parameters.statement(text);
    }

    private static String labelled(GraphType type, String node) {
        return type.label().equals(GraphType.NODE) ? "" : " AND " + node + ":" + type.label();
    }

    private static CypherStatement ofType(Page page) {
        Parameters parameters = new Parameters();
        Variables variables = new Variables();
        String node = variables.next();
        PageRenderer renderer = new ProjectionRenderer(parameters, variables).pages();
        List<String> predicates = new ArrayList<>();
        if (page.order().get(0).equals(SortKey.ID)) {
            predicates.add(node + ".id IS NOT NULL");
        }
        predicates.addAll(renderer.predicates(page.condition(), node));
        return parameters.statement(renderer.rows(page, node, matched(page, node), predicates, false));
    }

    private static CypherStatement countOfType(Page page) {
        Parameters parameters = new Parameters();
        Variables variables = new Variables();
        String node = variables.next();
        PageRenderer renderer = new ProjectionRenderer(parameters, variables).pages();
        return parameters.statement(
                "%s%s RETURN count(%s) AS count"
                        .formatted(
                                matched(page, node),
                                PageRenderer.where(renderer.predicates(page.condition(), node)),
                                node),
                "count");
    }

    private static CypherStatement facetsOfType(Page page) {
        Parameters parameters = new Parameters();
        Variables variables = new Variables();
        PageRenderer renderer = new ProjectionRenderer(parameters, variables).pages();
        return parameters.statement(
                "RETURN %s AS facets".formatted(renderer.facets(page, node -> matched(page, node), false)), "facets");
    }

    private static CypherStatement counts(RootPlan.Counts counts) {
        Parameters parameters = new Parameters();
        Variables variables = new Variables();
        PageRenderer renderer = new ProjectionRenderer(parameters, variables).pages();
        return parameters.statement(new CountsRenderer(parameters, variables, renderer).rows(counts));
    }

    private static String matched(Page page, String node) {
        return "MATCH (%s:%s)".formatted(node, page.type().label());
    }
}
