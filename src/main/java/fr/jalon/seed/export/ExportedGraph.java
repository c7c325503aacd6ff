package fr.jalon.seed.export;

import fr.jalon.fact.Edge;
import fr.jalon.fact.Origin;
import fr.jalon.fact.StatedNode;
import fr.jalon.fact.StoredChange;
import fr.jalon.fact.StoredEdge;
import fr.jalon.fact.StoredNode;
import fr.jalon.neo4j.Transaction;
import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphType;
import fr.jalon.seed.record.RecordKeys;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the graph holds at one moment, as far as the contract knows it: what documents say, and what people reported.
 *
 * @param nodes by id, in the order of the ids
 * @param edges between these nodes
 * @param changes in the order in which they came in
 * @param leftOut what else there is
 */
record ExportedGraph(
        SortedMap<String, StatedNode> nodes, Set<Edge> edges, List<StoredChange> changes, LeftOut leftOut) {

    /** Reads everything. */
    static ExportedGraph read(Transaction transaction, Contract contract) {
        List<StoredNode> nodes = StoredNode.all(transaction);
        List<StoredEdge> relationships = StoredEdge.all(transaction);
        ExportedGraph graph =
                new ExportedGraph(new TreeMap<>(), new LinkedHashSet<>(), StoredChange.all(transaction), new LeftOut());
        nodes.stream().filter(each -> !each.isReported()).forEach(node -> graph.add(node, contract));
        relationships.stream().filter(each -> !each.isReported()).forEach(graph::add);
        StoredEdge.stated(transaction).forEach(edge -> {
            if (graph.nodes.containsKey(edge.from()) && graph.nodes.containsKey(edge.to())) {
                graph.edges.add(edge);
            }
        });
        return graph;
    }

    private void add(StoredNode node, Contract contract) {
        Optional<GraphType> type = contract.types().stream()
                .filter(each -> !each.isAbstract() && node.labels().contains(each.name()))
                .findFirst();
        if (type.isEmpty() || node.origin() == null) {
            // What nobody states any longer stays for what is linked to it, and is no record any more.
            Set<String> labels = new TreeSet<>(node.labels());
            labels.remove(GraphType.NODE);
            leftOut.node(type.map(GraphType::name).orElse(String.join(":", labels)));
            return;
        }
        Set<String> known = StatedNode.names(type.get());
        nodes.put(node.id(), node.stated(type.get()));
        node.properties().keySet().stream()
                .filter(name -> !known.contains(name) && !name.equals(RecordKeys.ID) && !Origin.isBookkeeping(name))
                .forEach(name -> leftOut.property(type.get().name(), name));
    }

    private void add(StoredEdge stored) {
        Edge edge = stored.edge();
        if (!nodes.containsKey(edge.from()) || !nodes.containsKey(edge.to())) {
            leftOut.relationship(edge.type());
            return;
        }
        edges.add(edge);
        stored.properties().stream()
                .filter(name -> !Origin.isBookkeeping(name))
                .forEach(name -> leftOut.property(edge.type(), name));
    }
}
