package fr.jalon.execution;

import fr.jalon.cypher.RelatedStatements;
import fr.jalon.neo4j.GraphNode;
import fr.jalon.neo4j.NodeTransaction;
import fr.jalon.plan.RootPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns the rows of a statement that returns nodes, root field by root field, into those of one that returns all that is selected
 * of them.
 */
final class NodeReads {

    private final LevelReads levels;

    NodeReads(NodeTransaction transaction, RelatedStatements related) {
        this.levels = new LevelReads(transaction, related);
    }

    List<List<?>> rows(RootPlan plan, List<List<?>> found) {
        if (plan instanceof RootPlan.One one) {
            return levels.projected(one.node(), LevelReads.nodes(found, 0));
        } else if (plan instanceof RootPlan.Many many) {
            return orNone(many, found);
        } else if (plan instanceof RootPlan.Paths paths) {
            return paths(paths, found);
        } else if (plan instanceof RootPlan.Neighbours neighbours) {
            return neighbours(neighbours, found);
        } else if (plan instanceof RootPlan.OfType ofType) {
            return levels.page(ofType.page(), found);
        }
        return plan instanceof RootPlan.Search search ? levels.page(search.page(), found) : found;
    }

    private List<List<?>> orNone(RootPlan.Many many, List<List<?>> found) {
        List<List<?>> there = found.stream().filter(row -> !row.isEmpty()).toList();
        var rows = levels.projected(many.node(), LevelReads.nodes(there, 0)).iterator();
        List<List<?>> all = new ArrayList<>(found.size());
        found.forEach(row -> all.add(row.isEmpty() ? row : List.of(rows.next())));
        return all;
    }

    /** The last element of a row holds for each projection the nodes along the way. */
    private List<List<?>> paths(RootPlan.Paths paths, List<List<?>> found) {
        List<List<List<?>>> projected = new ArrayList<>();
        found.forEach(row -> projected.add(new ArrayList<>()));
        for (int i = 0; i < paths.projections().size(); i++) {
            int projection = i;
            List<List<?>> along = found.stream()
                    .map(row -> (List<?>) last(row).get(projection))
                    .<List<?>>map(List.class::cast)
                    .toList();
            List<GraphNode> nodes = along.stream()
                    .flatMap(List::stream)
                    .map(GraphNode.class::cast)
                    .toList();
            var read = levels.projected(paths.projections().get(i), nodes).iterator();
            for (int row = 0; row < along.size(); row++) {
                projected
                        .get(row)
                        .add(along.get(row).stream()
                                .<List<?>>map(node -> read.next())
                                .toList());
            }
        }
        return withLast(found, projected);
    }

    /** The last element of a row holds the node for each projection. */
    private List<List<?>> neighbours(RootPlan.Neighbours neighbours, List<List<?>> found) {
        List<List<List<?>>> projected = new ArrayList<>();
        found.forEach(row -> projected.add(new ArrayList<>()));
        List<List<?>> lasts = found.stream().<List<?>>map(NodeReads::last).toList();
        for (int i = 0; i < neighbours.projections().size(); i++) {
            var read = levels.projected(neighbours.projections().get(i), LevelReads.nodes(lasts, i))
                    .iterator();
            projected.forEach(each -> each.add(read.next()));
        }
        return withLast(found, projected);
    }

    private static List<?> last(List<?> row) {
        return (List<?>) Objects.requireNonNull(row.get(row.size() - 1));
    }

    private static List<List<?>> withLast(List<List<?>> found, List<List<List<?>>> lasts) {
        List<List<?>> all = new ArrayList<>(found.size());
        for (int row = 0; row < found.size(); row++) {
            List<@Nullable Object> other = new ArrayList<>(found.get(row));
            other.set(other.size() - 1, lasts.get(row));
            all.add(other);
        }
        return all;
    }
}
