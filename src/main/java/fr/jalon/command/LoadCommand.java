package fr.jalon.command;

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
public final class LoadCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ApplicationOptions options;

    /** A command yet without options. */
    public LoadCommand() {}

    @Override
    public Integer call() {
        Seed facts = options.seed(Contract.packaged());
        facts.requireSound();
        try (OpenGraph application = options.open()) {
            Reports.print(application.load(facts), spec.commandLine().getOut());
        }
        return 0;
    }
}
