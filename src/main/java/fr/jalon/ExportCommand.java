package fr.jalon;

import fr.jalon.neo4j.GraphHome;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.neo4j.StatementListener;
import fr.jalon.schema.Contract;
import fr.jalon.seed.export.Export;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
final class ExportCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Spec
    private CommandSpec spec;

    @Mixin
    private GraphOptions graph;

    @Parameters(paramLabel = "FOLDER", description = "Where to write; it is empty or does not exist yet.")
    private Path folder = Path.of("");

    @Override
    public Integer call() {
        if (!Export.isFree(folder)) {
            throw new UsageException(
                    "%s is not free; expected an empty folder, or one that does not exist yet".formatted(folder));
        }
        Export export = export();
        try {
            export.write(folder);
        } catch (UncheckedIOException e) {
            throw new UsageException("%s cannot be written".formatted(folder));
        }
        print(export);
        return 0;
    }

    private Export export() {
        GraphSettings settings = GraphSettings.defaults().withReadTimeout(PATIENCE);
        try (Application application = Application.open(home(), settings, StatementListener.silent())) {
            return application.export(Contract.packaged());
        }
    }

    /** A graph that is not there would be made, and what was meant to be saved would not be in it. */
    private GraphHome home() {
        GraphHome home = graph.home();
        if (home instanceof GraphHome.Embedded embedded && !Files.isDirectory(embedded.folder())) {
            throw new UsageException(
                    "--data: %s does not exist; expected the folder of a graph".formatted(embedded.folder()));
        }
        return home;
    }

    private void print(Export export) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s records written to %s.%n", export.records(), folder);
        export.leftOut().forEach(each -> out.printf("Left out, as seed files have no place for them: %s.%n", each));
        out.flush();
    }
}
