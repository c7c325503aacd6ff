package fr.jalon.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/**
 * What nodes of a kind lead to outside a set of copied nodes: for each type of relationship, one list of ends a node.
 *
 * <p>A copy that draws among these lists keeps how many relationships a node has, what occurs together, and how
 * selective each end is.
 */
final class Draws {

    private final Map<Set<String>, Map<RelationshipType, List<List<Node>>>> byKind = new HashMap<>();

    Draws(Transaction graph, Set<Node> copied) {
        Map<Set<String>, List<Node>> kinds = new HashMap<>();
        graph.getAllNodes()
                .forEach(node -> kinds.computeIfAbsent(kind(node), any -> new ArrayList<>())
                        .add(node));
        for (Node node : copied) {
            byKind.computeIfAbsent(kind(node), kind -> draws(kinds.getOrDefault(kind, List.of()), copied));
        }
    }

    Map<RelationshipType, List<List<Node>>> of(Node node) {
        return byKind.getOrDefault(kind(node), Map.of());
    }

    private static Map<RelationshipType, List<List<Node>>> draws(List<Node> nodes, Set<Node> copied) {
        Map<RelationshipType, List<List<Node>>> draws =
                new TreeMap<>(java.util.Comparator.comparing(RelationshipType::name));
        for (int i = 0; i < nodes.size(); i++) {
            for (Relationship each : nodes.get(i).getRelationships(Direction.OUTGOING)) {
                if (!copied.contains(each.getEndNode())) {
                    draws.computeIfAbsent(each.getType(), any -> empty(nodes.size()))
                            .get(i)
                            .add(each.getEndNode());
                }
            }
        }
        return draws;
    }

    private static List<List<Node>> empty(int size) {
        List<List<Node>> lists = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    private static Set<String> kind(Node node) {
        Set<String> kind = new TreeSet<>();
        for (Label label : node.getLabels()) {
            kind.add(label.name());
        }
        return kind;
    }
}
