package fr.jalon.fact;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.Transaction;
import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one origin states and takes back while no other writes; all of it holds or none does. */
public final class FactTransaction {

    private final Transaction transaction;
    private final Contract contract;
    private final Origin origin;
    private final Set<String> labels = new HashSet<>();
    private final Revision before;
    private Revision after;
    private boolean changed;

    private FactTransaction(Transaction transaction, Contract contract, Origin origin) {
        this.transaction = transaction;
        this.contract = contract;
        this.origin = origin;
        contract.types().forEach(type -> labels.addAll(type.labels()));
        before = Revision.read(transaction);
        after = before;
    }

    /**
     * Does work that writes what an origin states, under the lock of the revision, which it advances if a fact changed.
     *
     * <p>The work runs again when a passing failure met it. Fails with a {@link fr.jalon.neo4j.GraphException}.
     */
    public static <T extends @Nullable Object> T write(
            Graph graph, Contract contract, Origin origin, Function<FactTransaction, T> work) {
        return graph.write(transaction -> {
            Revision.lock(transaction);
            FactTransaction facts = new FactTransaction(transaction, contract, origin);
            T result = work.apply(facts);
            facts.advance();
            return result;
        });
    }

    private void advance() {
        if (changed || !after.equals(before)) {
            after.advance(transaction);
        }
    }

    /** The revision as it was when nobody else could write any more. */
    public Revision before() {
        return before;
    }

    /** Notes the seed that the graph holds from here on. */
    public void loaded(Revision seed) {
        after = seed;
    }

    /** Those of these nodes that there are, as they stand, by id. */
    public Map<String, StoredNode> nodes(Collection<String> ids) {
        List<Object[]> rows = ids.isEmpty() ? List.of() : transaction.run(FactStatements.nodes(ids));
        return rows.stream().map(StoredNode::of).collect(Collectors.toMap(StoredNode::id, node -> node));
    }

    /** Ids of all nodes of which the origin states something. */
    public Set<String> ownNodes() {
        return transaction.run(FactStatements.nodesOf(origin)).stream()
                .map(row -> String.valueOf(row[0]))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** All relationships that the origin states. */
    public Set<Edge> ownEdges() {
        return transaction.run(FactStatements.edgesOf(origin)).stream()
                .map(Edge::of)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The type of the contract whose node this is, if it has one. */
    public Optional<GraphType> type(StoredNode node) {
        return contract.types().stream()
                .filter(type -> !type.isAbstract() && node.labels().contains(type.name()))
                .findFirst();
    }

    /** States nodes, one change for each; what others state of them stands. */
    public List<NodeChange> state(Collection<StatedNode> nodes) {
        Map<String, StoredNode> stored =
                nodes(nodes.stream().map(StatedNode::id).toList());
        List<NodeChange> changes = nodes.stream()
                .map(node -> NodeChange.of(node, stored.get(node.id()), origin, labels))
                .toList();
        List<Map<String, Object>> rows = changes.stream()
                .filter(change -> change.effect() != NodeChange.Effect.NONE)
                .map(NodeChange::row)
                .toList();
        run(rows, FactStatements::mergeNodes);
        return changes;
    }

    /** States relationships between nodes that there are; says how many were not there, whoever stated them. */
    public int relate(Set<Edge> edges) {
        Set<Edge> missing = new LinkedHashSet<>(edges);
        List<List<@Nullable Object>> shared = new ArrayList<>();
        for (StoredEdge each : stored(edges)) {
            StoredEdge both = each.statedBy(origin);
            if (missing.remove(each.edge()) && !both.equals(each)) {
                shared.add(row(each, both));
            }
        }
        run(shared, FactStatements::attributeEdges);
        run(rows(missing), rows -> FactStatements.createEdges(rows, origin));
        return missing.size();
    }

    /**
     * Takes back what the origin stated. A node of which others state something, or to which they are linked, stays as it
     * was stated last, with what leads out of it.
     */
    public void withdraw(Set<String> nodes, Set<Edge> edges) {
        Set<String> kept = kept(nodes, edges);
        withdrawEdges(edges, kept);
        if (nodes.isEmpty()) {
            return;
        }
        List<StatedNode> nothing = nodes(kept).values().stream()
                .filter(node -> !origin.name().equals(node.origin()))
                .flatMap(node -> type(node).stream().map(type -> StatedNode.whole(type, node.id(), Map.of())))
                .toList();
        state(nothing);
        run(List.copyOf(nodes), ids -> FactStatements.releaseNodes(ids, origin));
        Set<String> gone = new TreeSet<>(nodes);
        gone.removeAll(kept);
        run(List.copyOf(gone), FactStatements::deleteNodes);
    }

    /** Those of the nodes that others need, and what leads out of them. */
    private Set<String> kept(Set<String> nodes, Set<Edge> edges) {
        if (nodes.isEmpty()) {
            return Set.of();
        }
        Map<String, List<Edge>> leaving = edges.stream().collect(Collectors.groupingBy(Edge::from));
        Set<String> kept = new HashSet<>();
        Deque<String> next = new ArrayDeque<>();
        transaction.run(FactStatements.sharedNodes(nodes, origin)).forEach(row -> next.add(String.valueOf(row[0])));
        while (!next.isEmpty()) {
            String id = next.remove();
            if (nodes.contains(id) && kept.add(id)) {
                leaving.getOrDefault(id, List.of()).forEach(edge -> next.add(edge.to()));
            }
        }
        return kept;
    }

    private void withdrawEdges(Set<Edge> edges, Set<String> kept) {
        Set<Edge> gone = new LinkedHashSet<>();
        List<List<@Nullable Object>> rest = new ArrayList<>();
        for (StoredEdge each : stored(edges)) {
            StoredEdge without = each.takenBackBy(origin);
            if (edges.contains(each.edge()) && !without.equals(each)) {
                if (without.origin() == null && !kept.contains(each.edge().from())) {
                    gone.add(each.edge());
                } else {
                    rest.add(row(each, without));
                }
            }
        }
        run(rest, FactStatements::attributeEdges);
        run(rows(gone), rows -> FactStatements.deleteEdges(rows, origin));
    }

    private List<StoredEdge> stored(Set<Edge> edges) {
        if (edges.isEmpty()) {
            return List.of();
        }
        Set<String> from = edges.stream().map(Edge::from).collect(Collectors.toSet());
        return transaction.run(FactStatements.edges(from)).stream()
                .map(StoredEdge::of)
                .toList();
    }

    private static List<@Nullable Object> row(StoredEdge before, StoredEdge after) {
        Edge edge = before.edge();
        String origin = before.origin() == null ? "" : before.origin();
        List<String> others = after.others().isEmpty() ? null : List.copyOf(after.others());
        return Arrays.asList(edge.from(), edge.type(), edge.to(), origin, after.origin(), others);
    }

    private static List<List<String>> rows(Set<Edge> edges) {
        return edges.stream()
                .map(edge -> List.of(edge.from(), edge.type(), edge.to()))
                .toList();
    }

    private <R> void run(List<R> rows, Function<List<R>, CypherStatement> statement) {
        if (!rows.isEmpty()) {
            transaction.run(statement.apply(rows));
            changed = true;
        }
    }
}
