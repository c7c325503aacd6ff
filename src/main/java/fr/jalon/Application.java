package fr.jalon;

import fr.jalon.cypher.IndexStatements;
import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.JalonEngine;
import fr.jalon.execution.OperationLimits;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.GraphHome;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.neo4j.StatementListener;
import fr.jalon.plan.PageLimits;
import fr.jalon.schema.Contract;
import fr.jalon.seed.LoadReport;
import fr.jalon.seed.Seed;
import fr.jalon.seed.SeedLoader;
import java.util.Optional;

/** The wiring: which parts there are and how they hold together. */
final class Application implements AutoCloseable {

    private final Contract contract;
    private final Graph graph;

    private Application(Contract contract, Graph graph) {
        this.contract = contract;
        this.graph = graph;
    }

    /** Opens the graph and gives it the indexes that the contract needs. */
    static Application open(Contract contract, GraphHome home, GraphSettings settings, StatementListener listener) {
        Graph graph = Graph.open(home, settings, listener);
        try {
            graph.ensureSchema(IndexStatements.of(contract));
        } catch (RuntimeException e) {
            graph.close();
            throw e;
        }
        return new Application(contract, graph);
    }

    /** Loads the seed unless the graph holds this very one; says what it did. */
    Optional<LoadReport> loadIfChanged(Seed seed) {
        SeedLoader loader = new SeedLoader(graph);
        return loader.upToDate(seed) ? Optional.empty() : Optional.of(loader.load(seed));
    }

    LoadReport load(Seed seed) {
        return new SeedLoader(graph).load(seed);
    }

    GraphQlEngine engine(OperationLimits limits, PageLimits pages) {
        return new JalonEngine(contract, graph, limits, pages);
    }

    boolean isReady() {
        return graph.isReachable();
    }

    @Override
    public void close() {
        graph.close();
    }
}
