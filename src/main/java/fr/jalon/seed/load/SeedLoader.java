package fr.jalon.seed.load;

import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.Transaction;
import fr.jalon.provenance.Revision;
import fr.jalon.schema.Contract;
import fr.jalon.seed.InvalidSeedException;
import fr.jalon.seed.Seed;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings the graph in line with a seed, in one transaction; what the seed never wrote stays as it is. */
public final class SeedLoader {

    /** The first statement of a process is planned from nothing, however little time reads may take. */
    private static final Duration FIRST_READ = Duration.ofMinutes(1);

    private final Graph graph;

    /** Loads into this graph, whose node ids are unique and indexed. */
    public SeedLoader(Graph graph) {
        this.graph = graph;
    }

    /** Whether this very seed is the one that was loaded last. */
    public boolean upToDate(Seed seed) {
        return graph.read(Revision::read, FIRST_READ).seed().equals(seed.checksum());
    }

    /** What a graph says of itself once the seed is loaded. */
    public static Revision revision(Seed seed) {
        return new Revision(seed.checksum(), seed.origin(), Seed.rules(seed.contract()));
    }

    /** Loads a seed and counts what it changed; throws {@link InvalidSeedException}, with nothing written, when it has problems. */
    public LoadReport load(Seed seed) {
        SeedGraph wanted = SeedGraph.of(seed);
        return graph.write(transaction -> load(transaction, seed, wanted));
    }

    private static LoadReport load(Transaction transaction, Seed seed, SeedGraph wanted) {
        Revision.lock(transaction);
        Revision before = Revision.read(transaction);
        NodeChanges nodes = nodeChanges(transaction, seed.contract(), wanted.nodes());
        nodes.statements().forEach(transaction::run);
        RelationshipChanges relationships =
                new RelationshipChanges(wanted.edges(), transaction.run(LoadStatements.relationships()));
        relationships.statements().forEach(transaction::run);
        if (!nodes.removed().isEmpty()) {
            LoadStatements.removeNodes(nodes.removed()).forEach(transaction::run);
        }
        revision(seed).write(transaction);
        return new LoadReport(revision(seed), before, nodes.counts(), relationships.created(), relationships.removed());
    }

    private static NodeChanges nodeChanges(Transaction transaction, Contract contract, List<SeedNode> wanted) {
        List<String> ids = wanted.stream().map(SeedNode::id).toList();
        Map<String, StoredNode> stored = new HashMap<>();
        for (Object[] row : transaction.run(LoadStatements.nodes(ids))) {
            StoredNode node = StoredNode.of(row);
            stored.put(node.id(), node);
        }
        return new NodeChanges(contract, wanted, stored);
    }
}
