package fr.jalon.cypher;

import fr.jalon.plan.NodeSelection;
import fr.jalon.plan.Page;
import fr.jalon.plan.RootPlan;
import fr.jalon.plan.SortKey;
import fr.jalon.schema.Folding;
import fr.jalon.schema.GraphType;
import java.util.ArrayList;
import java.util.List;

/** Renders what a root field reads as one statement, and one more for a count; safe for use by many threads. */
public final class ReadRenderer {

    /** Name of the full-text index on every node. */
    public static final String SEARCH_INDEX = "search";

    private static final int NAME_WEIGHT = 4;

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
                    page.facets().isEmpty() ? null : facetsOfType(page));
        }
        return search((RootPlan.Search) plan);
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
        Entry entry = Entry.of(page.condition());
        boolean direct = page.order().stream().allMatch(SortKey::direct);
        return entry.isPossible() && direct ? entered(page, entry) : walked(page);
    }

    private static CypherStatement walked(Page page) {
        Parameters parameters = new Parameters();
        Variables variables = new Variables();
        String node = variables.next();
        PageRenderer renderer = new ProjectionRenderer(parameters, variables).pages();
        return parameters.statement(renderer.rows(page, node, matched(page, node), walk(page, node, renderer), false));
    }

    private static CypherStatement entered(Page page, Entry entry) {
        Parameters parameters = new Parameters();
        Variables variables = new Variables();
        String node = variables.next();
        PageRenderer renderer = new ProjectionRenderer(parameters, variables).pages();
        EntryRenderer entries = new EntryRenderer(parameters, variables);
        List<String> predicates = walk(page, node, renderer);
        predicates.addAll(renderer.bounds(page, node));
        String walk = renderer.nodes(page, node, matched(page, node) + PageRenderer.where(predicates), false);
        String ends = entries.fromEnds(page, entry, node, renderer.bounds(page, node));
        String binding = entries.cheaper(page, entry, walk, renderer.nodes(page, node, ends, true), node);
        return parameters.statement(renderer.rowsOf(page, node, binding));
    }

    /** What holds of the nodes of a page; that the first sort key has a value makes its index give the order. */
    private static List<String> walk(Page page, String node, PageRenderer renderer) {
        List<String> predicates = new ArrayList<>();
        SortKey first = page.order().get(0);
        if (first.direct() && first.required()) {
            predicates.add("%s.%s IS NOT NULL".formatted(node, first.property()));
        }
        predicates.addAll(renderer.predicates(page.condition(), node));
        return predicates;
    }

    private static CypherStatement countOfType(Page page) {
        Parameters parameters = new Parameters();
        Variables variables = new Variables();
        String node = variables.next();
        Entry entry = Entry.of(page.condition());
        if (entry.isPossible()) {
            String ends = new EntryRenderer(parameters, variables).fromEnds(page, entry, node, List.of());
            return parameters.statement("%s RETURN count(DISTINCT %s) AS count".formatted(ends, node));
        }
        PageRenderer renderer = new ProjectionRenderer(parameters, variables).pages();
        return parameters.statement("%s%s RETURN count(%s) AS count"
                .formatted(matched(page, node), PageRenderer.where(renderer.predicates(page.condition(), node)), node));
    }

    private static CypherStatement facetsOfType(Page page) {
        Parameters parameters = new Parameters();
        Variables variables = new Variables();
        PageRenderer renderer = new ProjectionRenderer(parameters, variables).pages();
        return parameters.statement("RETURN %s AS facets"
                .formatted(renderer.facets(page, node -> filtered(page, node, parameters, variables), false)));
    }

    /** A clause with its WHERE that binds every node of a list; from the far ends, one may come more than once. */
    private static String filtered(Page page, String node, Parameters parameters, Variables variables) {
        Entry entry = Entry.of(page.condition());
        PageRenderer renderer = new ProjectionRenderer(parameters, variables).pages();
        return entry.isPossible()
                ? new EntryRenderer(parameters, variables).fromEnds(page, entry, node, List.of())
                : matched(page, node) + PageRenderer.where(renderer.predicates(page.condition(), node));
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

    private static ReadStatements search(RootPlan.Search search) {
        if (search.terms().isEmpty()) {
            return new ReadStatements(null, null, null);
        }
        Page page = search.page();
        return new ReadStatements(
                page.readsNodes() ? found(search, true) : null, page.counted() ? found(search, false) : null, null);
    }

    private static CypherStatement found(RootPlan.Search search, boolean rows) {
        Parameters parameters = new Parameters();
        Variables variables = new Variables();
        String node = variables.next();
        String call = "CALL db.index.fulltext.queryNodes('%s', %s) YIELD node AS %s, score"
                .formatted(SEARCH_INDEX, parameters.add(query(search.terms())), node);
        return parameters.statement(
                rows
                        ? new ProjectionRenderer(parameters, variables)
                                .pages()
                                .rows(search.page(), node, call, List.of(), false)
                        : call + " RETURN count(" + node + ") AS count");
    }

    /** Words hold letters and digits only, so nothing of Lucene's syntax comes from a request. */
    private static String query(List<String> terms) {
        String words = String.join(" ", terms);
        return "%s:(%s)^%d %s:(%s)".formatted(Folding.SEARCH_NAME, words, NAME_WEIGHT, Folding.SEARCH_DETAIL, words);
    }
}
