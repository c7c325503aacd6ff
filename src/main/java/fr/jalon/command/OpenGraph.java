package fr.jalon.command;

import fr.jalon.cypher.IndexStatements;
import fr.jalon.execution.CacheRoom;
import fr.jalon.execution.ComputedField;
import fr.jalon.execution.DocumentCheck;
import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.JalonEngine;
import fr.jalon.execution.KeptAnswers;
import fr.jalon.execution.OperationLimits;
import fr.jalon.fact.Revision;
import fr.jalon.http.observation.Meter;
import fr.jalon.neo4j.Connections;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.GraphHome;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.neo4j.StatementListener;
import fr.jalon.plan.PageLimits;
import fr.jalon.schema.Contract;
import fr.jalon.seed.Seed;
import fr.jalon.seed.export.Export;
import fr.jalon.seed.load.LoadReport;
import fr.jalon.seed.load.SeedLoader;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** The graph of a command while it is open: what can be loaded into it, asked of it and written out of it. */
public final class OpenGraph implements AutoCloseable {

    /** The first statement of a process is planned from nothing, however little time reads may take. */
    private static final Duration FIRST_READ = Duration.ofMinutes(1);

    private final Graph graph;
    private boolean filled;

    private OpenGraph(Graph graph) {
        this.graph = graph;
    }

    /** Opens it; where the folder of an embedded graph is new, it begins as a copy of the packaged one. */
    public static OpenGraph open(GraphHome home, GraphSettings settings, StatementListener listener) {
        GraphHome from = home instanceof GraphHome.Embedded embedded ? PackagedGraph.copiedTo(embedded) : home;
        return new OpenGraph(Graph.open(from, settings, listener));
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
        graph.ensureSchema(IndexStatements.of(seed.contract()));
        LoadReport report = new SeedLoader(graph).load(seed);
        if (report.changes() > 0) {
            graph.settle();
        }
        filled = true;
        return report;
    }

    /** What the graph says of the seed it holds. */
    Revision revision() {
        return graph.read(Revision::read, FIRST_READ);
    }

    /** Where an embedded graph is reached over Bolt. */
    Optional<URI> boltAddress() {
        return graph.boltAddress();
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

    /** A check of documents against limits and what the graph holds. */
    DocumentCheck check(Contract contract, OperationLimits limits, PageLimits pages, List<ComputedField> computed) {
        return new DocumentCheck(contract, limits, pages, computed, graph);
    }

    /** The engine, or one that keeps its answers where there is room for some. */
    GraphQlEngine keepingAnswers(GraphQlEngine engine, long bytes) {
        return bytes == 0 ? engine : new KeptAnswers(engine, CacheRoom.ANSWERS.bytes(bytes));
    }

    /** What the graph does, for who watches the server. */
    List<Meter> meters() {
        return List.of(
                level("used", "Connections to the graph in use.", Connections::used),
                level("idle", "Connections to the graph that are free.", Connections::idle),
                level("awaited", "Transactions that wait for a connection.", Connections::awaited));
    }

    private Meter level(String name, String help, ToIntFunction<Connections> value) {
        return new Meter(
                "jalon_graph_connections_" + name, help, Meter.Kind.LEVEL, () -> value.applyAsInt(graph.connections()));
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
