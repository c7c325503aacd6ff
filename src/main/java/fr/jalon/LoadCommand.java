package fr.jalon;

import fr.jalon.neo4j.StatementListener;
import fr.jalon.schema.Contract;
import fr.jalon.seed.Seed;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Brings a graph in line with the seed files. */
@Command(
        name = "load",
        description = "Loads the seed files into the graph: all of them, or nothing when there is a problem.")
final class LoadCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private GraphOptions graph;

    @Mixin
    private SeedOptions seed;

    @Mixin
    private LimitOptions limits;

    @Override
    public Integer call() {
        Seed facts = seed.seed(Contract.packaged());
        facts.requireSound();
        try (Application application = Application.open(graph.home(), limits.graph(), StatementListener.silent())) {
            Reports.print(application.load(facts), spec.commandLine().getOut());
        }
        return 0;
    }
}
