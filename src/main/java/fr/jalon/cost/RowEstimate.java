package fr.jalon.cost;

import fr.jalon.plan.NodeSelection;
import fr.jalon.plan.Page;
import fr.jalon.plan.RootPlan;
import fr.jalon.plan.Selected;
import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphType;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Estimates how many rows the answer to a root field holds: nodes, counts, groups and ways.
 *
 * <p>A page counts as long as it may be, and any other list as long as such lists are on average; no estimate of a list is
 * higher than the number of nodes of its type. Filters may only make it less.
 */
public final class RowEstimate {

    private static final double MANY = 1e12;

    private final Contract contract;
    private final GraphCounts counts;
    private final IdentityHashMap<NodeSelection, Double> known = new IdentityHashMap<>();

    /** An estimate for a graph of these counts. */
    public RowEstimate(Contract contract, GraphCounts counts) {
        this.contract = contract;
        this.counts = counts;
    }

    /** Rows of the answer to a root field; a thousand billion where there are more. */
    public long rows(RootPlan plan) {
        return Math.round(Math.min(root(plan), MANY));
    }

    /** The part of a root field that is to be asked for less. */
    public HeaviestPart heaviest(RootPlan plan) {
        return HeaviestPart.of(plan, this);
    }

    private double root(RootPlan plan) {
        if (plan instanceof RootPlan.One one) {
            return 1 + below(one.node());
        } else if (plan instanceof RootPlan.Many many) {
            return many.ids().size() * (1 + below(many.node()));
        } else if (plan instanceof RootPlan.Counts groups) {
            return Math.min(groups.most(), counts.nodes(groups.type().label()));
        } else if (plan instanceof RootPlan.Paths paths) {
            return paths.most() * (1 + (paths.maxLength() + 1) * each(paths.projections()));
        } else if (plan instanceof RootPlan.Neighbours around) {
            return Math.min(around.most(), counts.nodes(GraphType.NODE)) * (1 + each(around.projections()));
        }
        return page(plan instanceof RootPlan.OfType ofType ? ofType.page() : ((RootPlan.Search) plan).page());
    }

    /** Rows below one node; of several concrete types those of the one that has most. */
    double below(NodeSelection selection) {
        Double found = known.get(selection);
        if (found == null) {
            found = selection.alternatives().stream()
                    .mapToDouble(this::below)
                    .max()
                    .orElse(0);
            known.put(selection, found);
        }
        return found;
    }

    double each(List<NodeSelection> projections) {
        return projections.stream().mapToDouble(this::below).sum();
    }

    /** Rows below a node of the type, of several, that has most. */
    double below(NodeSelection.Alternative alternative) {
        return alternative.types().stream()
                .mapToDouble(type -> alternative.fields().stream()
                        .mapToDouble(field -> below(field, contract.type(type).label()))
                        .sum())
                .max()
                .orElse(0);
    }

    /** Rows of a field of such a node. */
    double below(Selected selected, NodeSelection.Alternative alternative) {
        return alternative.types().stream()
                .mapToDouble(type -> below(selected, contract.type(type).label()))
                .max()
                .orElse(0);
    }

    private double below(Selected selected, String label) {
        if (selected instanceof Selected.One one) {
            return 1 + below(one.node());
        } else if (selected instanceof Selected.Many many) {
            String target = contract.type(many.field().target()).label();
            return Math.min(counts.fanOut(many.field(), label), counts.nodes(target)) * (1 + below(many.node()));
        } else if (selected instanceof Selected.Connection connection) {
            return page(connection.page());
        }
        return 0;
    }

    private double page(Page page) {
        double all = counts.nodes(page.type().label());
        double nodes = page.readsNodes() ? Math.min(page.slice().limit(), all) : 0;
        double each = 1 + each(page.projections());
        double groups = page.facets().stream()
                .mapToDouble(facets -> facets.by().size() * Math.min(facets.most(), all))
                .sum();
        return nodes * each + groups + (page.counted() ? 1 : 0);
    }
}
