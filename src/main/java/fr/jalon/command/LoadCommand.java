package fr.jalon.command;

import fr.jalon.neo4j.GraphHome;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.neo4j.StatementListener;
import fr.jalon.schema.Contract;
import fr.jalon.seed.Seed;
import fr.jalon.seed.load.LoadReport;
import java.io.PrintWriter;
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
    private GraphOptions graph;

    @Mixin
    private SeedOptions seed;

    @Mixin
    private TransactionOptions transactions;

    /** A command yet without options. */
    public LoadCommand() {}

    @Override
    public Integer call() {
        GraphHome home = graph.home();
        GraphSettings bounds = transactions.settings();
        Seed facts = seed.seed(Contract.packaged());
        facts.requireSound();
        try (OpenGraph opened = OpenGraph.open(home, bounds, StatementListener.silent())) {
            PrintWriter out = spec.commandLine().getOut();
            print(opened.load(facts), out);
            int restored = opened.restore(facts);
            if (restored > 0) {
                out.printf("%s reported changes entered.%n", restored);
                out.flush();
            }
        }
        return 0;
    }

    /** Says what loading a seed did. */
    static void print(LoadReport report, PrintWriter out) {
        int total = report.types().values().stream()
                .mapToInt(LoadReport.Counts::total)
                .sum();
        String over = report.before().isLoaded() && !report.before().equals(report.seed())
                ? " over that of " + report.before().title()
                : "";
        out.printf(
                "Seed of %s loaded%s: %s nodes, %s changes.%n", report.seed().title(), over, total, report.changes());
        report.types().forEach((type, counts) -> {
            if (counts.created() + counts.changed() + counts.removed() > 0) {
                out.printf(
                        "  %-14s %5s created, %s changed, %s removed%n",
                        type, counts.created(), counts.changed(), counts.removed());
            }
        });
        out.flush();
    }
}
