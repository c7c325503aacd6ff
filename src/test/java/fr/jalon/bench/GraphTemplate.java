package fr.jalon.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/**
 * The part of a graph that grows with the number of actions: the actions, and whatever hangs on them.
 *
 * @param nodes to copy, each with the relationships that leave it
 * @param resources places, within the list, of the resources and of what only they lead to
 */
record GraphTemplate(List<SourceNode> nodes, Set<Integer> resources) {

    private static final Label ACTION = Label.label("Action");
    private static final Label RESOURCE = Label.label("Resource");

    /** A place in a document is cited by facts that have nothing else in common. */
    private static final Label CITATION = Label.label("Citation");

    /** There are no more of these when there are more actions. */
    private static final Set<String> SHARED = Set.of(
            "Theme",
            "Period",
            "Ministry",
            "PublicBody",
            "Person",
            "Mandate",
            "Document",
            "Objective",
            "Event",
            "Table");

    /**
     * A node to copy.
     *
     * @param inner relationships to other copied nodes
     * @param draws for each other type of relationship, the ends it has in the graph at nodes of the same kind
     */
    record SourceNode(
            List<Label> labels,
            Map<String, Object> properties,
            List<Inner> inner,
            Map<RelationshipType, List<List<Node>>> draws) {}

    /** A relationship to the copied node at a place of the list. */
    record Inner(RelationshipType type, int end) {}

    /** Reads what hangs on the actions of a graph. */
    static GraphTemplate read(Transaction graph) {
        Map<Node, Integer> places = new LinkedHashMap<>();
        reach(graph, ACTION, Direction.BOTH).forEach(node -> places.put(node, places.size()));
        Draws draws = new Draws(graph, places.keySet());
        List<SourceNode> nodes = new ArrayList<>();
        for (Node node : places.keySet()) {
            List<Inner> inner = new ArrayList<>();
            for (Relationship each : node.getRelationships(Direction.OUTGOING)) {
                if (places.containsKey(each.getEndNode())) {
                    inner.add(new Inner(each.getType(), places.get(each.getEndNode())));
                }
            }
            nodes.add(new SourceNode(labels(node), node.getAllProperties(), inner, draws.of(node)));
        }
        Set<Integer> resources = new TreeSet<>();
        reach(graph, RESOURCE, Direction.OUTGOING).stream()
                .filter(places::containsKey)
                .forEach(node -> resources.add(places.get(node)));
        return new GraphTemplate(nodes, resources);
    }

    /** How many of the nodes have a label. */
    int count(String label) {
        return (int) nodes.stream()
                .filter(node -> node.labels().contains(Label.label(label)))
                .count();
    }

    /** Nodes of a kind, and all that relationships lead to from there, up to what is shared. */
    private static Set<Node> reach(Transaction graph, Label label, Direction direction) {
        Set<Node> reached = new java.util.LinkedHashSet<>();
        Deque<Node> open = new ArrayDeque<>();
        graph.findNodes(label).stream().filter(node -> !shared(node)).forEach(open::add);
        while (!open.isEmpty()) {
            Node node = open.remove();
            if (reached.add(node) && !node.hasLabel(CITATION)) {
                node.getRelationships(direction).stream()
                        .map(each -> each.getOtherNode(node))
                        .filter(other -> !shared(other))
                        .forEach(open::add);
            }
        }
        return reached;
    }

    private static boolean shared(Node node) {
        for (Label label : node.getLabels()) {
            if (SHARED.contains(label.name())) {
                return true;
            }
        }
        return Boolean.TRUE.equals(node.getProperty("platform", false));
    }

    private static List<Label> labels(Node node) {
        List<Label> labels = new ArrayList<>();
        node.getLabels().forEach(labels::add);
        return labels;
    }
}
