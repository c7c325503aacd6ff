package fr.jalon.cypher;

import fr.jalon.cost.GraphCounts;
import fr.jalon.plan.Moment;
import fr.jalon.plan.NodeSelection;
import fr.jalon.plan.Page;
import fr.jalon.plan.PlanSize;
import fr.jalon.plan.RootPlan;
import fr.jalon.schema.GraphType;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Renders what a root field reads as one statement, and one more each for a count, for facets and for suggestions; where
 * nodes are returned as they stand, also what all nodes of a level lead to. Safe for use by many threads.
 */
public final class ReadRenderer {

    private final Shape shape;
    private final int bestHits;

    private ReadRenderer(Shape shape, int bestHits) {
        this.shape = shape;
        this.bestHits = bestHits;
    }

    /**
     * Statements of which each reads a whole root field.
     *
     * @param counts of the graph at the moment
     */
    public static ReadRenderer ofValues(Supplier<GraphCounts> counts) {
        return ofValues(counts, SearchRenderer.BestHits.USUAL);
    }

    /** @param bestHits see {@link SearchRenderer.BestHits} */
    static ReadRenderer ofValues(Supplier<GraphCounts> counts, int bestHits) {
        return new ReadRenderer(new Shape(Shape.Form.VALUES, counts, null), bestHits);
    }

    /**
     * Statements that read level by level, for transactions that find nodes as they stand.
     *
     * @param counts of the graph at the moment
     */
    public static ReadRenderer ofNodes(Supplier<GraphCounts> counts) {
        return new ReadRenderer(new Shape(Shape.Form.NODES, counts, null), SearchRenderer.BestHits.USUAL);
    }

    /** A renderer of statements that read a moment. */
    public ReadRenderer at(Moment moment) {
        return moment.isNow() ? this : new ReadRenderer(shape.at(moment), bestHits);
    }

    /** Renders a plan. */
    public ReadStatements render(RootPlan plan) {
        Moment moment = shape.moment();
        if (moment != null) {
            return root(plan).with(Moments.parameters(moment));
        }
        return shape.form() == Shape.Form.VALUES ? root(plan) : root(plan).with(RelatedStatements.of(plan, shape));
    }

    /** How much a plan asks of the statements that are rendered of it. */
    public PlanSize size(RootPlan plan) {
        if (shape.moment() != null) {
            return PlanSize.atMoment(plan);
        }
        return shape.form() == Shape.Form.VALUES ? PlanSize.inOne(plan) : PlanSize.byLevel(plan);
    }

    private ReadStatements root(RootPlan plan) {
        if (plan instanceof RootPlan.One one) {
            return ReadStatements.of(byIds(List.of(one.id()), one.node()));
        } else if (plan instanceof RootPlan.Many many) {
            return ReadStatements.of(inOrder(many.ids(), many.node()));
        } else if (plan instanceof RootPlan.Paths paths) {
            return ReadStatements.of(new WaysRenderer(shape).paths(paths));
        } else if (plan instanceof RootPlan.Neighbours neighbours) {
            return ReadStatements.of(new WaysRenderer(shape).neighbours(neighbours));
        } else if (plan instanceof RootPlan.Counts counts) {
            return ReadStatements.of(counts(counts));
        } else if (plan instanceof RootPlan.OfType ofType) {
            MatchRenderer matches = new MatchRenderer(shape);
            return matches.fits(ofType.page()) ? matches.of(ofType.page()) : listed(ofType.page());
        }
        return SearchRenderer.statements((RootPlan.Search) plan, shape, bestHits);
    }

    private ReadStatements listed(Page page) {
        return new ReadStatements(
                List.of(),
                page.readsNodes() ? ofType(page) : null,
                page.counted() ? countOfType(page) : null,
                page.facets().isEmpty() ? null : facetsOfType(page),
                null,
                null);
    }

    private CypherStatement byIds(List<?> ids, NodeSelection selection) {
        Parameters parameters = new Parameters();
        Variables variables = new Variables(shape);
        String node = variables.next();
        String text = "MATCH (%s:Node) WHERE %s.id IN %s%s RETURN %s AS row ORDER BY %s.id"
                .formatted(
                        node,
                        node,
                        parameters.add(ids),
                        labelled(selection.type(), node),
                        shape.form() == Shape.Form.NODES
                                ? "[" + node + "]"
                                : new ProjectionRenderer(parameters, variables).render(selection, node),
                        node);
        return parameters.statement(text);
    }

    /** For each id, in their order, a list of its node's row, or an empty one. */
    private CypherStatement inOrder(List<?> ids, NodeSelection selection) {
        Parameters parameters = new Parameters();
        Variables variables = new Variables(shape);
        String node = variables.next();
        String given = parameters.add(ids);
        String places = parameters.add(LongStream.range(0, ids.size()).boxed().toList());
        String text = "UNWIND %s AS place OPTIONAL MATCH (%s:Node) WHERE %s.id = %s[place]%s "
                        .formatted(places, node, node, given, labelled(selection.type(), node))
                + "RETURN CASE WHEN %s IS NULL THEN [] ELSE [%s] END AS row ORDER BY place"
                        .formatted(node, new ProjectionRenderer(parameters, variables).render(selection, node));
        return parameters.statement(text);
    }

    private static String labelled(GraphType type, String node) {
        return type.label().equals(GraphType.NODE) ? "" : " AND " + node + ":" + type.label();
    }

    private CypherStatement ofType(Page page) {
        Entry entry = Entry.of(page.condition());
        if (shape.hasFew(page.type())) {
            return entry.isPossible() ? found(page) : walked(page);
        }
        if (entry.isPossible()) {
            Variables none = new Variables(shape);
            boolean computed = page.order().stream().anyMatch(key -> Keys.isComputed(key, page.type(), none));
            return !computed ? entered(page, entry) : found(page);
        }
        return FarOrder.leads(page, new Variables(shape)) && !entry.restIsSelective() ? ordered(page) : walked(page);
    }

    private CypherStatement ordered(Page page) {
        Parameters parameters = new Parameters();
        Variables variables = new Variables(shape);
        return new FarOrder(parameters, variables, page, variables.next()).statement();
    }

    /** Finds all nodes from the far ends: no index has the order, so that not even a walk would stop early. */
    private CypherStatement found(Page page) {
        Parameters parameters = new Parameters();
        Variables variables = new Variables(shape);
        String node = variables.next();
        PageRenderer renderer = new ProjectionRenderer(parameters, variables).pages();
        String match = filtered(page, node, parameters, variables);
        return parameters.statement(renderer.rows(page, node, match, List.of(), true));
    }

    private CypherStatement walked(Page page) {
        Parameters parameters = new Parameters();
        Variables variables = new Variables(shape);
        String node = variables.next();
        PageRenderer renderer = new ProjectionRenderer(parameters, variables).pages();
        return parameters.statement(renderer.rows(page, node, matched(page, node), renderer.walk(page, node), false));
    }

    private CypherStatement entered(Page page, Entry entry) {
        Parameters parameters = new Parameters();
        Variables variables = new Variables(shape);
        String node = variables.next();
        PageRenderer renderer = new ProjectionRenderer(parameters, variables).pages();
        EntryRenderer entries = new EntryRenderer(parameters, variables);
        List<String> predicates = renderer.walk(page, node);
        predicates.addAll(renderer.bounds(page, node));
        String walk = renderer.nodes(page, node, matched(page, node) + PageRenderer.where(predicates), false);
        String ends = entries.fromEnds(page.type(), entry, node, renderer.bounds(page, node));
        String binding = entries.cheaper(page, entry, walk, renderer.nodes(page, node, ends, true), node);
        return parameters.statement(renderer.rowsOf(page, node, Keys.of(page, node, variables), binding));
    }

    private CypherStatement countOfType(Page page) {
        Parameters parameters = new Parameters();
        Variables variables = new Variables(shape);
        String node = variables.next();
        String once = Entry.of(page.condition()).isPossible() ? "DISTINCT " : "";
        String filtered = filtered(page, node, parameters, variables);
        return parameters.statement("%s RETURN count(%s%s) AS count".formatted(filtered, once, node), "count");
    }

    private CypherStatement facetsOfType(Page page) {
        Parameters parameters = new Parameters();
        Variables variables = new Variables(shape);
        PageRenderer renderer = new ProjectionRenderer(parameters, variables).pages();
        String facets = renderer.facets(page, node -> filtered(page, node, parameters, variables), false);
        // Neo4j takes the counts within for an aggregation here, so what they use has to be a grouping key.
        String keys = parameters.searches().stream()
                .map("%1$s AS key_%1$s, "::formatted)
                .collect(Collectors.joining());
        return parameters.statement("RETURN %s%s AS facets".formatted(keys, facets), "facets");
    }

    private String filtered(Page page, String node, Parameters parameters, Variables variables) {
        return new EntryRenderer(parameters, variables).every(page.type(), page.condition(), node);
    }

    private CypherStatement counts(RootPlan.Counts counts) {
        Parameters parameters = new Parameters();
        Variables variables = new Variables(shape);
        return parameters.statement(new CountsRenderer(parameters, variables).rows(counts));
    }

    private static String matched(Page page, String node) {
        return "MATCH (%s:%s)".formatted(node, page.type().label());
    }
}
