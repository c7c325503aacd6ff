package fr.jalon.command;

import fr.jalon.access.AccessIndexes;
import fr.jalon.access.AccountDirectory;
import fr.jalon.access.Callers;
import fr.jalon.cypher.IndexStatements;
import fr.jalon.execution.CacheRoom;
import fr.jalon.execution.ComputedField;
import fr.jalon.execution.DocumentCheck;
import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.JalonEngine;
import fr.jalon.execution.KeptAnswers;
import fr.jalon.execution.OperationLimits;
import fr.jalon.fact.Revision;
import fr.jalon.mutation.Mutations;
import fr.jalon.neo4j.Connections;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.GraphHome;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.neo4j.StatementListener;
import fr.jalon.plan.PageLimits;
import fr.jalon.period.LegalTime;
import fr.jalon.schema.Contract;
import fr.jalon.seed.Seed;
import fr.jalon.seed.export.Export;
import fr.jalon.seed.load.LoadReport;
import fr.jalon.seed.load.SeedLoader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The graph of a command while it is open: what can be loaded into it, asked of it and written out of it. */
public final class OpenGraph implements AutoCloseable {

    /** The first statement of a process is planned from nothing, however little time reads may take. */
    private static final Duration FIRST_READ = Duration.ofMinutes(1);

    private static final String PACKAGED = "graph";

    private final Graph graph;
    private boolean filled;

    private OpenGraph(Graph graph) {
        this.graph = graph;
    }

    /** Opens it; where the folder of an embedded graph is new, it begins as a copy of the packaged one. */
    public static OpenGraph open(GraphHome home, GraphSettings settings, StatementListener listener) {
        GraphHome from = home instanceof GraphHome.Embedded embedded ? embedded.copying(packaged()) : home;
        return new OpenGraph(Graph.open(from, settings, listener));
    }

    /**
     * The graph beside the jar, which was made at packaging and holds the seed already: copying it is quicker than loading.
     * Whether it holds the right seed is found out afterwards as for any graph, so an old copy does no harm.
     */
    private static Path packaged() {
        try {
            return Path.of(OpenGraph.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .resolveSibling(PACKAGED);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Prepares the graph unless it holds this very seed, by this very contract; says what it did. */
    public Optional<LoadReport> loadIfChanged(Seed seed) {
        if (!new SeedLoader(graph).upToDate(seed)) {
            return Optional.of(load(seed));
        }
        filled = true;
        return Optional.empty();
    }

    /** Gives the graph the indexes that the contract needs, and loads the seed. */
    public LoadReport load(Seed seed) {
        graph.ensureSchema(Stream.concat(IndexStatements.of(seed.contract()).stream(), AccessIndexes.all().stream())
                .toList());
        LoadReport report = new SeedLoader(graph).load(seed);
        if (report.changes() > 0) {
            graph.settle();
        }
        filled = true;
        return report;
    }

    /** Enters the changes that an export left beside its seed files, unless they are there; returns how many it entered. */
    public int restore(Seed seed) {
        return new SeedLoader(graph).restore(seed);
    }

    /** What the graph says of the seed it holds. */
    Revision revision() {
        return graph.read(Revision::read, FIRST_READ);
    }

    /** Where an embedded graph is reached over Bolt. */
    Optional<URI> boltAddress() {
        return graph.boltAddress();
    }

    /** Its accounts and tokens. */
    AccountDirectory directory() {
        return new AccountDirectory(graph);
    }

    /** Who asks a server of this graph. */
    Callers callers() {
        return new Callers(graph, LegalTime.clock());
    }

    /** Reads the graph as it is, without loading a seed. */
    public Export export(Contract contract) {
        return Export.of(graph, contract);
    }

    /**
     * Answers from the graph.
     *
     * @param computed the root fields that the contract wants computed
     */
    public GraphQlEngine engine(
            Contract contract, OperationLimits limits, PageLimits pages, List<ComputedField> computed) {
        return new JalonEngine(contract, graph, limits, pages, computed);
    }

    /** The same, which takes what people report, too. */
    public GraphQlEngine writing(
            Contract contract, OperationLimits limits, PageLimits pages, List<ComputedField> computed) {
        Mutations mutations = new Mutations(graph, contract, LegalTime.clock());
        return new JalonEngine(contract, graph, limits, pages, computed, mutations);
    }

    /** A check of documents against limits and what the graph holds. */
    DocumentCheck check(Contract contract, OperationLimits limits, PageLimits pages, List<ComputedField> computed) {
        return new DocumentCheck(contract, limits, pages, computed, graph);
    }

    /** The engine, or one that keeps its answers where there is room for some. */
    GraphQlEngine keepingAnswers(GraphQlEngine engine, long bytes) {
        return bytes == 0 ? engine : new KeptAnswers(engine, CacheRoom.ANSWERS.bytes(bytes));
    }

    /** How the graph is reached, at this moment. */
    Connections connections() {
        return graph.connections();
    }

    boolean isReady() {
        return graph.isReachable();
    }

    /** Closes, and removes a graph that was new when it was opened. */
    void discard() {
        graph.discard();
    }

    /** Closes, and leaves no new folder behind in which nothing was loaded. */
    @Override
    public void close() {
        if (filled) {
            graph.close();
        } else {
            graph.discard();
        }
    }
}
