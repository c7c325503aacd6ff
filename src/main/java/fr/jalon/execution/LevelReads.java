package fr.jalon.execution;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.cypher.RelatedStatements;
import fr.jalon.neo4j.GraphNode;
import fr.jalon.neo4j.NodeTransaction;
import fr.jalon.plan.NodeSelection;
import fr.jalon.plan.NodeSelection.Alternative;
import fr.jalon.plan.Page;
import fr.jalon.plan.Selected;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is selected of nodes level by level: properties from where the nodes stand, and what all nodes of a level lead to by
 * one statement a field, however many they are.
 */
final class LevelReads {

    private static final int NONE = -1;

    private final NodeTransaction transaction;
    private final RelatedStatements related;

    LevelReads(NodeTransaction transaction, RelatedStatements related) {
        this.transaction = transaction;
        this.related = related;
    }

    /** Puts in the place of each node of a row what its projection reads of it. */
    List<List<?>> page(Page page, List<List<?>> found) {
        List<@Nullable Object[]> rows = found.stream().map(List::toArray).toList();
        for (int column = 0; column < page.projections().size(); column++) {
            List<List<?>> read = projected(page.projections().get(column), nodes(found, column));
            for (int row = 0; row < rows.size(); row++) {
                rows.get(row)[column] = read.get(row);
            }
        }
        List<List<?>> lists = new ArrayList<>(rows.size());
        rows.forEach(row -> lists.add(Arrays.asList(row)));
        return lists;
    }

    /** What a selection reads of nodes, in their order; of one that comes twice it is read once. */
    List<List<?>> projected(NodeSelection selection, List<GraphNode> nodes) {
        List<Alternative> alternatives = selection.alternatives();
        Map<Integer, Set<GraphNode>> byAlternative = new TreeMap<>();
        boolean uniform = selection.uniform();
        for (GraphNode node : nodes) {
            int index = uniform ? 0 : alternative(alternatives, node);
            byAlternative.computeIfAbsent(index, none -> new LinkedHashSet<>()).add(node);
        }
        Map<GraphNode, List<?>> rows = new HashMap<>();
        byAlternative.forEach((index, alike) -> {
            if (index == NONE) {
                alike.forEach(node -> rows.put(node, List.of((long) NONE)));
            } else {
                Level level = new Level(alternatives.get(index), alike, uniform ? null : (long) index);
                level.rows.forEach((node, row) -> rows.put(node, Arrays.asList(row)));
            }
        });
        List<List<?>> all = new ArrayList<>(nodes.size());
        nodes.forEach(node -> all.add(Objects.requireNonNull(rows.get(node))));
        return all;
    }

    private static int alternative(List<Alternative> alternatives, GraphNode node) {
        for (int i = 0; i < alternatives.size(); i++) {
            if (alternatives.get(i).types().stream().anyMatch(node::is)) {
                return i;
            }
        }
        return NONE;
    }

    static List<GraphNode> nodes(List<List<?>> rows, int column) {
        List<GraphNode> nodes = new ArrayList<>(rows.size());
        rows.forEach(row -> nodes.add(node(row, column)));
        return nodes;
    }

    private static GraphNode node(List<?> row, int column) {
        return (GraphNode) Objects.requireNonNull(row.get(column));
    }

    /** Nodes of which the same is read, and what that is: a row for each. */
    private final class Level {

        private final Map<GraphNode, @Nullable Object[]> rows = new LinkedHashMap<>();

        /** @param index the first element of each row, if it has one */
        Level(Alternative alternative, Set<GraphNode> nodes, @Nullable Long index) {
            int first = index == null ? 0 : 1;
            List<Selected> fields = alternative.fields();
            Values values = Values.of(alternative, first);
            for (GraphNode node : nodes) {
                @Nullable Object[] row = new @Nullable Object[first + fields.size()];
                if (index != null) {
                    row[0] = index;
                }
                values.read(node, row);
                rows.put(node, row);
            }
            for (int i = 0; i < fields.size(); i++) {
                related(fields.get(i), first + i);
            }
        }

        private void related(Selected field, int place) {
            if (field instanceof Selected.One one) {
                one(one, place);
            } else if (field instanceof Selected.Many many) {
                many(many, place);
            } else if (field instanceof Selected.Connection connection) {
                connection(connection, place);
            }
        }

        private void one(Selected.One one, int place) {
            Map<GraphNode, GraphNode> ends = new LinkedHashMap<>();
            run(related.of(one).nodes()).forEach(row -> ends.putIfAbsent(node(row, 0), node(row, 1)));
            var read = projected(one.node(), List.copyOf(ends.values())).iterator();
            ends.keySet().forEach(near -> row(near)[place] = read.next());
        }

        private void many(Selected.Many many, int place) {
            List<List<?>> found = run(related.of(many).nodes());
            var read = projected(many.node(), nodes(found, 1)).iterator();
            Map<GraphNode, List<List<?>>> lists = new HashMap<>();
            found.forEach(row -> lists.computeIfAbsent(node(row, 0), none -> new ArrayList<>())
                    .add(read.next()));
            rows.forEach((near, row) -> row[place] = lists.getOrDefault(near, List.of()));
        }

        /** The rows, or null where none is read; the count, or null; the facets where they are asked for. */
        private void connection(Selected.Connection connection, int place) {
            Page page = connection.page();
            RelatedStatements.OfField statements = related.of(connection);
            rows.values()
                    .forEach(row -> row[place] =
                            Arrays.asList(new @Nullable Object[page.facets().isEmpty() ? 2 : 3]));
            List<List<?>> found = run(statements.nodes());
            List<List<?>> all = new ArrayList<>();
            found.forEach(row -> all.addAll(list(row.get(1))));
            var read = page(page, all).iterator();
            for (List<?> row : found) {
                List<List<?>> own = new ArrayList<>();
                list(row.get(1)).forEach(any -> own.add(read.next()));
                parts(row, place).set(0, own);
            }
            run(statements.count()).forEach(row -> parts(row, place).set(1, row.get(1)));
            run(statements.facets()).forEach(row -> parts(row, place).set(2, row.get(1)));
        }

        private List<List<?>> run(@Nullable CypherStatement statement) {
            List<List<?>> found = new ArrayList<>();
            if (statement != null) {
                transaction
                        .run(statement, rows.keySet())
                        .forEach(row -> found.add((List<?>) Objects.requireNonNull(row[0])));
            }
            return found;
        }

        private @Nullable Object[] row(GraphNode node) {
            return Objects.requireNonNull(rows.get(node));
        }

        @SuppressWarnings("unchecked")
        private List<@Nullable Object> parts(List<?> row, int place) {
            return (List<@Nullable Object>) Objects.requireNonNull(row(node(row, 0))[place]);
        }

        @SuppressWarnings("unchecked")
        private static List<List<?>> list(@Nullable Object value) {
            return (List<List<?>>) Objects.requireNonNull(value);
        }
    }

    /**
     * Where the values of a node go in its row.
     *
     * @param names of the properties that are read
     * @param places of each in the row
     * @param types of the nodes, one of which is the value at each place of a type name
     */
    private record Values(List<String> names, List<Integer> places, List<Integer> typeNames, List<String> types) {

        static Values of(Alternative alternative, int first) {
            Values values = new Values(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), alternative.types());
            int place = first;
            for (Selected field : alternative.fields()) {
                if (field instanceof Selected.Property property) {
                    values.names.add(property.field().name());
                    values.places.add(place);
                } else if (field instanceof Selected.Typename) {
                    values.typeNames.add(place);
                }
                place++;
            }
            return values;
        }

        void read(GraphNode node, @Nullable Object[] row) {
            if (!names.isEmpty()) {
                @Nullable Object[] read = node.values(names);
                for (int i = 0; i < read.length; i++) {
                    row[places.get(i)] = read[i];
                }
            }
            for (int place : typeNames) {
                row[place] = types.size() == 1
                        ? types.get(0)
                        : types.stream().filter(node::is).findFirst().orElse(null);
            }
        }
    }
}
