package fr.jalon.command;

import fr.jalon.schema.Contract;
import fr.jalon.seed.delivery.Delivery;
import fr.jalon.seed.file.FolderChange;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a roadmap that a ministry delivered as a spreadsheet into the seed files. */
@Command(
        name = "import",
        description = "Reads a filled template and writes the roadmap's seed files, or nothing when there is a problem;"
                + " `jalon load` then takes them into the graph. Cut off at any moment, it leaves all of them as they were"
                + " or all of them changed; the next import removes what it kept beside.")
public final class ImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SeedOptions.Written seed;

    @Parameters(
            paramLabel = "FILE",
            description = "The filled template, .xlsx or .csv by what it holds, whatever its name.")
    private Path file = Path.of("");

    @Option(names = "--roadmap", paramLabel = "ID", required = true, description = "Whose actions it holds.")
    private String roadmap = "";

    @Option(names = "--dry-run", arity = "0..1", fallbackValue = "true", description = "Only show what would change.")
    private boolean dryRun;

    /** A command yet without options. */
    public ImportCommand() {}

    @Override
    public Integer call() {
        Path folder = seed.folder();
        if (dryRun) {
            return report(Delivery.of(file, roadmap, folder, Contract.packaged()), null);
        }
        try (FolderChange change = FolderChange.begin(folder)) {
            return report(Delivery.of(file, roadmap, folder, Contract.packaged()), change);
        }
    }

    private int report(Delivery delivery, @Nullable FolderChange change) {
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
        } else if (change != null) {
            delivery.write(change);
            out.println("Written; `jalon load` takes it into the graph.");
        }
        out.flush();
        return 0;
    }
}
