package fr.jalon.command;

import fr.jalon.neo4j.GraphHome;
import fr.jalon.neo4j.StatementListener;
import fr.jalon.schema.Contract;
import fr.jalon.seed.Seed;
import picocli.CommandLine.Mixin;

/** Which graph a command opens, with which seed, and how much a request may ask of it. */
final class ApplicationOptions {

    @Mixin
    private GraphOptions graph;

    @Mixin
    private SeedOptions seed;

    @Mixin
    private LimitOptions limits;

    GraphOptions graph() {
        return graph;
    }

    SeedOptions seed() {
        return seed;
    }

    GraphHome home() {
        return graph.home();
    }

    Seed seed(Contract contract) {
        return seed.seed(contract);
    }

    LimitOptions limits() {
        return limits;
    }

    /** Opens the graph, of whose statements nobody is told. */
    OpenGraph open() {
        return OpenGraph.open(home(), limits.graph(), StatementListener.silent());
    }
}
