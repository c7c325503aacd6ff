package fr.jalon;

import fr.jalon.schema.Contract;
import fr.jalon.seed.delivery.Delivery;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a roadmap that a ministry delivered as a spreadsheet into the seed files. */
@Command(
        name = "import",
        description = "Reads a filled template and writes the roadmap's seed file, or nothing when there is a problem;"
                + " `jalon load` then takes it into the graph.")
final class ImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SeedOptions seed;

    @Parameters(paramLabel = "FILE", description = "The filled template, .xlsx or .csv.")
    private Path file = Path.of("");

    @Option(names = "--roadmap", paramLabel = "ID", required = true, description = "Whose actions it holds.")
    private String roadmap = "";

    @Option(names = "--dry-run", description = "Only show what would change.")
    private boolean dryRun;

    @Override
    public Integer call() {
        Delivery delivery = Delivery.of(file, roadmap, seed.folder(), Contract.packaged());
        PrintWriter out = spec.commandLine().getOut();
        if (!delivery.problems().isEmpty()) {
            delivery.problems().forEach(out::println);
            out.flush();
            String count = Failures.counted(delivery.problems().size());
            spec.commandLine().getErr().printf("jalon: %s; nothing was written%n", count);
            return Failures.PROBLEMS;
        }
        delivery.changes().forEach(out::println);
        if (delivery.changes().isEmpty()) {
            out.println("No change.");
        } else if (!dryRun) {
            delivery.write();
            out.println("Written; `jalon load` takes it into the graph.");
        }
        out.flush();
        return 0;
    }
}
