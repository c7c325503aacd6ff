package fr.jalon.command;

import fr.jalon.neo4j.GraphSettings;
import fr.jalon.neo4j.StatementListener;
import fr.jalon.schema.Contract;
import fr.jalon.seed.Seed;
import fr.jalon.seed.export.Export;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the graph back as seed files. */
@Command(
        name = "export",
        description =
                "Writes what the graph holds as seed files that `jalon load` makes the same graph from: a backup to"
                        + " read. The graph itself stays as it is.")
public final class ExportCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Spec
    private CommandSpec spec;

    @Mixin
    private GraphOptions graph;

    @Parameters(paramLabel = "FOLDER", description = "Where to write; it is empty or does not exist yet.")
    private Path folder = Path.of("");

    /** A command yet without options. */
    public ExportCommand() {}

    @Override
    public Integer call() {
        if (!Export.isFree(folder)) {
            throw new CommandException.Usage(
                    "%s is not free; expected an empty folder, or one that does not exist yet".formatted(folder));
        }
        Export export = export();
        try {
            export.write(folder);
        } catch (UncheckedIOException e) {
            String reason = CommandException.reason(Objects.requireNonNull(e.getCause()), folder, export.bytes());
            throw new CommandException.Output(folder.toString(), reason, e);
        }
        print(export);
        return 0;
    }

    private Export export() {
        GraphSettings settings = GraphSettings.defaults().withReadTimeout(PATIENCE);
        try (OpenGraph opened =
                OpenGraph.open(ReadGraph.reachable(graph, spec), settings, StatementListener.silent())) {
            Contract contract = Contract.packaged();
            String rules = opened.revision().rules();
            if (!rules.isEmpty() && !rules.equals(Seed.rules(contract))) {
                spec.commandLine()
                        .getErr()
                        .println("jalon: the graph was made by another version of the contract; what this one does not"
                                + " name is not exported");
            }
            return opened.export(contract);
        }
    }

    private void print(Export export) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s records written to %s.%n", export.records(), folder);
        export.leftOut().forEach(each -> out.printf("Left out, as seed files have no place for them: %s.%n", each));
        out.flush();
    }
}
