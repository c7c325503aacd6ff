package fr.jalon;

import fr.jalon.cypher.IndexStatements;
import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.JalonEngine;
import fr.jalon.execution.KeptAnswers;
import fr.jalon.execution.OperationLimits;
import fr.jalon.http.Meter;
import fr.jalon.neo4j.Connections;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.GraphHome;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.neo4j.StatementListener;
import fr.jalon.plan.PageLimits;
import fr.jalon.schema.Contract;
import fr.jalon.seed.Export;
import fr.jalon.seed.LoadReport;
import fr.jalon.seed.Seed;
import fr.jalon.seed.SeedLoader;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** The wiring: which parts there are and how they hold together. */
final class Application implements AutoCloseable {

    private final Graph graph;
    private final Optional<PackagedGraph> made;

    private Application(Graph graph, Optional<PackagedGraph> made) {
        this.graph = graph;
        this.made = made;
    }

    static Application open(GraphHome home, GraphSettings settings, StatementListener listener) {
        Optional<PackagedGraph> made = home instanceof GraphHome.Embedded embedded
                ? PackagedGraph.copyTo(embedded.folder())
                : Optional.empty();
        return new Application(Graph.open(home, settings, listener), made);
    }

    /** Closes, and leaves no folder behind that was not there before. */
    void abandon() {
        close();
        made.ifPresent(PackagedGraph::delete);
    }

    /** Prepares the graph unless it holds this very seed, by this very contract; says what it did. */
    Optional<LoadReport> loadIfChanged(Seed seed) {
        return new SeedLoader(graph).upToDate(seed) ? Optional.empty() : Optional.of(load(seed));
    }

    /** Gives the graph the indexes that the contract needs, and loads the seed. */
    LoadReport load(Seed seed) {
        graph.ensureSchema(IndexStatements.of(seed.contract()));
        return new SeedLoader(graph).load(seed);
    }

    /** Reads the graph as it is, without loading a seed. */
    Export export(Contract contract) {
        return Export.of(graph, contract);
    }

    GraphQlEngine engine(Contract contract, OperationLimits limits, PageLimits pages) {
        return new JalonEngine(contract, graph, limits, pages);
    }

    /** The engine, or one that keeps its answers where there is room for some. */
    GraphQlEngine keepingAnswers(GraphQlEngine engine, long bytes) {
        return bytes == 0 ? engine : new KeptAnswers(engine, bytes);
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

    @Override
    public void close() {
        graph.close();
    }
}
