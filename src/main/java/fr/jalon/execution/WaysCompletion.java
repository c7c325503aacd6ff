package fr.jalon.execution;

import fr.jalon.plan.ConnectionField.Leaf;
import fr.jalon.plan.NodeSelection;
import fr.jalon.plan.RootPlan;
import fr.jalon.plan.WayField;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes ways and neighbours as JSON. */
final class WaysCompletion {

    private final JsonBuffer json;
    private final Completion completion;

    WaysCompletion(JsonBuffer json, Completion completion) {
        this.json = json;
        this.completion = completion;
    }

    void paths(RootPlan.Paths paths, List<List<?>> rows) {
        json.open('[');
        for (List<?> row : rows) {
            List<?> nodes = list(row, 4);
            json.item();
            json.open('{');
            for (WayField field : paths.fields()) {
                if (field instanceof WayField.Nodes each) {
                    json.name(each.resultKey());
                    NodeSelection selection = paths.projections().get(each.projection());
                    completion.nodes(selection, Completion.rows(nodes.get(each.projection())));
                } else if (field instanceof WayField.Steps steps) {
                    json.name(steps.resultKey());
                    steps(steps, row);
                } else {
                    leaf(((WayField.Value) field).leaf(), row.get(0));
                }
            }
            json.close('}');
        }
        json.close(']');
    }

    private void steps(WayField.Steps steps, List<?> row) {
        List<?> types = list(row, 1);
        json.open('[');
        for (int i = 0; i < types.size(); i++) {
            boolean forward = Objects.equals(list(row, 2).get(i), list(row, 3).get(i));
            json.item();
            json.open('{');
            for (Leaf leaf : steps.fields()) {
                leaf(leaf, leaf.name().equals("forward") ? forward : types.get(i));
            }
            json.close('}');
        }
        json.close(']');
    }

    void neighbours(RootPlan.Neighbours neighbours, List<List<?>> rows) {
        json.open('[');
        for (List<?> row : rows) {
            json.item();
            json.open('{');
            for (WayField field : neighbours.fields()) {
                if (field instanceof WayField.Node node) {
                    json.name(node.resultKey());
                    NodeSelection selection = neighbours.projections().get(node.projection());
                    completion.node(selection, PageRows.projection(list(row, 1), node.projection()));
                } else {
                    leaf(((WayField.Value) field).leaf(), row.get(0));
                }
            }
            json.close('}');
        }
        json.close(']');
    }

    private void leaf(Leaf leaf, @Nullable Object value) {
        json.name(leaf.resultKey());
        json.value(leaf.name().equals("__typename") ? leaf.type() : value);
    }

    private static List<?> list(List<?> row, int place) {
        return (List<?>) Objects.requireNonNull(row.get(place));
    }
}
