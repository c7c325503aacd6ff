package fr.jalon.seed.export;

import fr.jalon.neo4j.Transaction;
import fr.jalon.provenance.Origin;
import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphType;
import fr.jalon.seed.load.LoadStatements;
import fr.jalon.seed.load.NodeProperties;
import fr.jalon.seed.load.SeedNode;
import fr.jalon.seed.load.StoredNode;
import fr.jalon.seed.record.RecordKeys;
import fr.jalon.seed.record.SeedEdge;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the graph holds at one moment, whatever wrote it, as far as the contract knows it.
 *
 * @param nodes by id, in the order of the ids
 * @param edges between these nodes
 * @param leftOut what else there is
 */
record ExportedGraph(SortedMap<String, SeedNode> nodes, Set<SeedEdge> edges, LeftOut leftOut) {

    /** Reads everything. */
    static ExportedGraph read(Transaction transaction, Contract contract) {
        List<Object[]> nodes = transaction.run(LoadStatements.everyNode());
        List<Object[]> relationships = transaction.run(LoadStatements.everyRelationship());
        ExportedGraph graph = new ExportedGraph(new TreeMap<>(), new LinkedHashSet<>(), new LeftOut());
        nodes.forEach(row -> graph.add(StoredNode.of(row), contract));
        relationships.forEach(graph::add);
        return graph;
    }

    private void add(StoredNode node, Contract contract) {
        Optional<GraphType> type = contract.types().stream()
                .filter(each -> !each.isAbstract() && node.labels().contains(each.name()))
                .findFirst();
        if (type.isEmpty() || !node.properties().containsKey(Origin.PROPERTY)) {
            // What no seed has any longer stays without an origin for what is linked to it, and is no record any more.
            Set<String> labels = new TreeSet<>(node.labels());
            labels.remove(GraphType.NODE);
            leftOut.node(type.map(GraphType::name).orElse(String.join(":", labels)));
            return;
        }
        Map<String, Object> known = new TreeMap<>(node.properties());
        known.keySet().retainAll(NodeProperties.names(type.get()));
        nodes.put(node.id(), new SeedNode(type.get(), node.id(), known));
        node.properties().keySet().stream()
                .filter(name ->
                        !known.containsKey(name) && !name.equals(RecordKeys.ID) && !name.equals(Origin.PROPERTY))
                .forEach(name -> leftOut.property(type.get().name(), name));
    }

    /** Takes a row of {@link LoadStatements#everyRelationship}. */
    private void add(Object[] row) {
        SeedEdge edge = new SeedEdge(String.valueOf(row[0]), String.valueOf(row[1]), String.valueOf(row[2]));
        if (!nodes.containsKey(edge.from()) || !nodes.containsKey(edge.to())) {
            leftOut.relationship(edge.type());
            return;
        }
        edges.add(edge);
        ((Collection<?>) row[3])
                .stream()
                        .map(String::valueOf)
                        .filter(name -> !name.equals(Origin.PROPERTY))
                        .forEach(name -> leftOut.property(edge.type(), name));
    }
}
