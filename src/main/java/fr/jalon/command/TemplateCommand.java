package fr.jalon.command;

import fr.jalon.schema.Contract;
import fr.jalon.seed.delivery.DeliveryTemplate;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the spreadsheet in which a ministry delivers its roadmap. */
@Command(
        name = "template",
        description = "Writes a spreadsheet in which a ministry delivers its roadmap, for `jalon import` to read.")
public final class TemplateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SeedOptions seed;

    @Parameters(paramLabel = "FILE", description = "The file to write; its ending is .xlsx or .csv.")
    private Path file = Path.of("");

    @Option(names = "--roadmap", paramLabel = "ID", description = "Fill in the actions the seed has of this roadmap.")
    private @Nullable String roadmap;

    /** A command yet without options. */
    public TemplateCommand() {}

    @Override
    public Integer call() {
        byte[] template = new DeliveryTemplate(seed.seed(Contract.packaged())).bytes(file, roadmap);
        OutputFile.of(file).write(template);
        PrintWriter out = spec.commandLine().getOut();
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            DeliveryTemplate.explanations().forEach(out::println);
        }
        out.printf("%s written.%n", file);
        out.flush();
        return 0;
    }
}
