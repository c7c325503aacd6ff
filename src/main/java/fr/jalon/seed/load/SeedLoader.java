package fr.jalon.seed.load;

import fr.jalon.fact.Edge;
import fr.jalon.fact.FactTransaction;
import fr.jalon.fact.NodeChange;
import fr.jalon.fact.Origin;
import fr.jalon.fact.Revision;
import fr.jalon.fact.StatedNode;
import fr.jalon.neo4j.Graph;
import fr.jalon.seed.InvalidSeedException;
import fr.jalon.seed.Seed;
import fr.jalon.seed.load.ChangeFiles.ChangeFilesException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Brings the graph in line with a seed, in one transaction; what others state stays as it is. */
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
        return graph.read(Revision::read, FIRST_READ).satisfies(revision(seed));
    }

    /** What a graph says of itself once the seed is loaded. */
    public static Revision revision(Seed seed) {
        return new Revision(
                seed.checksum(),
                seed.origin(),
                Seed.rules(seed.contract()),
                seed.texts().checksum());
    }

    /** Loads a seed and counts what it changed; throws {@link InvalidSeedException}, with nothing written, when it has problems. */
    public LoadReport load(Seed seed) {
        SeedGraph wanted = SeedGraph.of(seed);
        return FactTransaction.write(graph, seed.contract(), Origin.SEED, facts -> load(facts, wanted, revision(seed)));
    }

    /**
     * Enters the changes that an export of another graph left beside its seed files, as they came in there; those that are in
     * this graph already stay as they are.
     *
     * @return how many were entered
     * @throws ChangeFilesException with nothing entered, where a line does not fit the graph
     */
    public int restore(Seed seed) {
        List<ChangeFiles.Line> lines = seed.folder().map(ChangeFiles::read).orElse(List.of());
        return lines.isEmpty()
                ? 0
                : FactTransaction.write(
                        graph,
                        seed.contract(),
                        Origin.REPORT,
                        facts -> ChangeEntry.restore(facts, seed.contract(), lines));
    }

    private static LoadReport load(FactTransaction facts, SeedGraph wanted, Revision revision) {
        SortedMap<String, LoadReport.Counts> counts = new TreeMap<>();
        Set<String> unwanted = facts.ownNodes();
        wanted.nodes().stream().map(StatedNode::id).forEach(unwanted::remove);
        for (NodeChange each : facts.state(wanted.nodes())) {
            count(counts, each.node().type().name(), counts(each.effect()));
        }
        facts.nodes(unwanted).values().stream()
                .flatMap(node -> facts.type(node).stream())
                .forEach(type -> count(counts, type.name(), new LoadReport.Counts(0, 0, 0, 1)));

        Set<Edge> withdrawn = facts.ownEdges();
        Set<Edge> missing = new LinkedHashSet<>(wanted.edges());
        missing.removeAll(withdrawn);
        withdrawn.removeAll(wanted.edges());
        int created = facts.relate(missing);
        facts.withdraw(unwanted, withdrawn);
        facts.loaded(revision);
        return new LoadReport(revision, facts.before(), counts, created, withdrawn.size());
    }

    private static LoadReport.Counts counts(NodeChange.Effect effect) {
        return switch (effect) {
            case CREATED -> new LoadReport.Counts(1, 1, 0, 0);
            case CHANGED -> new LoadReport.Counts(1, 0, 1, 0);
            case NONE -> new LoadReport.Counts(1, 0, 0, 0);
        };
    }

    private static void count(SortedMap<String, LoadReport.Counts> counts, String type, LoadReport.Counts more) {
        counts.merge(type, more, LoadReport.Counts::plus);
    }
}
