package fr.jalon.cost;

import fr.jalon.plan.ConnectionField;
import fr.jalon.plan.NodeSelection;
import fr.jalon.plan.Page;
import fr.jalon.plan.RootPlan;
import fr.jalon.plan.Selected;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The innermost part of a root field that holds at least half of the rows of whatever it stands in.
 *
 * @param path result keys from the root field on
 * @param rows that the part holds, as estimated
 */
public record HeaviestPart(List<String> path, long rows) {

    /** The part of a root field. */
    static HeaviestPart of(RootPlan plan, RowEstimate estimate) {
        Search search = new Search(estimate, estimate.rows(plan));
        search.path.add(plan.resultKey());
        if (plan instanceof RootPlan.One one) {
            search.below(one.node());
        } else if (plan instanceof RootPlan.Many many) {
            search.below(many.node());
        } else if (plan instanceof RootPlan.OfType ofType) {
            search.below(ofType.page());
        } else if (plan instanceof RootPlan.Search found) {
            search.below(found.page());
        }
        return new HeaviestPart(List.copyOf(search.path), Math.round(search.rows));
    }

    /** Goes down as long as one part holds most. */
    private static final class Search {

        private final RowEstimate estimate;
        private final List<String> path = new ArrayList<>();
        private double rows;

        Search(RowEstimate estimate, double rows) {
            this.estimate = estimate;
            this.rows = rows;
        }

        private void below(NodeSelection selection) {
            selection.alternatives().stream()
                    .max(Comparator.comparingDouble(estimate::below))
                    .ifPresent(this::below);
        }

        private void below(NodeSelection.Alternative alternative) {
            alternative.fields().stream()
                    .max(Comparator.comparingDouble(field -> estimate.below(field, alternative)))
                    .ifPresent(field -> ifMost(
                            estimate.below(field, alternative), 1 + estimate.below(alternative), () -> into(field)));
        }

        private void into(Selected field) {
            path.add(field.resultKey());
            if (field instanceof Selected.One one) {
                below(one.node());
            } else if (field instanceof Selected.Many many) {
                below(many.node());
            } else if (field instanceof Selected.Connection connection) {
                below(connection.page());
            }
        }

        private void below(Page page) {
            List<NodeSelection> projections = page.projections();
            IntStream.range(0, projections.size())
                    .boxed()
                    .max(Comparator.comparingDouble(i -> estimate.below(projections.get(i))))
                    .ifPresent(i -> ifMost(estimate.below(projections.get(i)), 1 + estimate.each(projections), () -> {
                        page.fields().forEach(field -> addKeys(field, i));
                        below(projections.get(i));
                    }));
        }

        private void addKeys(ConnectionField field, int projection) {
            if (field instanceof ConnectionField.Nodes nodes && nodes.projection() == projection) {
                path.add(nodes.resultKey());
            } else if (field instanceof ConnectionField.Edges edges) {
                edges.fields().stream()
                        .filter(each ->
                                each instanceof ConnectionField.EdgeField.Node node && node.projection() == projection)
                        .forEach(each -> path.addAll(
                                List.of(edges.resultKey(), ((ConnectionField.EdgeField.Node) each).resultKey())));
            }
        }

        private void ifMost(double part, double whole, Runnable into) {
            if (2 * part >= whole) {
                rows *= part / whole;
                into.run();
            }
        }
    }
}
