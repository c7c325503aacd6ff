package fr.jalon;

import fr.jalon.execution.OperationLimits;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.neo4j.StatementListener;
import fr.jalon.period.Period;
import fr.jalon.period.PeriodFormatException;
import fr.jalon.plan.PageLimits;
import fr.jalon.schema.Contract;
import fr.jalon.seed.Seed;
import fr.jalon.summary.Summaries;
import fr.jalon.summary.SummaryFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the summary of a period; its query is ours, so that the limits on foreign ones do not apply. */
@Command(name = "summary", description = "Writes the summary of a period for a session of the CIAD, in French.")
final class SummaryCommand implements Callable<Integer> {

    private static final PageLimits PAGES = new PageLimits(1000, 1000);

    @Spec
    private CommandSpec spec;

    @Mixin
    private GraphOptions graph;

    @Mixin
    private SeedOptions seed;

    @Option(
            names = "--period",
            required = true,
            paramLabel = "PERIOD",
            description = "The period, in any usual writing: \"S1 2022\", \"T4 2021\", \"mai 2022\", \"2022\".")
    private String period;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "markdown",
            description = "markdown or html (default: markdown).")
    private String format;

    @Option(names = "--output", paramLabel = "FILE", description = "File to write (default: standard output).")
    private @Nullable Path output;

    @Override
    public Integer call() {
        String label = label();
        SummaryFormat target = target();
        Contract contract = Contract.packaged();
        Seed facts = seed.seed(contract);
        try (Application application =
                Application.open(graph.home(), GraphSettings.defaults(), StatementListener.silent())) {
            application.loadIfChanged(facts);
            Summaries summaries = new Summaries(application.engine(contract, OperationLimits.STANDARD, PAGES));
            write(summaries.text(label, target));
        }
        return 0;
    }

    private String label() {
        try {
            return Period.parse(period).label();
        } catch (PeriodFormatException e) {
            throw new UsageException("--period: " + e.getMessage());
        }
    }

    private SummaryFormat target() {
        try {
            return SummaryFormat.valueOf(format.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--format: found \"%s\", expected markdown or html".formatted(format));
        }
    }

    private void write(String text) {
        if (output == null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
            return;
        }
        try {
            Files.writeString(output, text);
        } catch (IOException e) {
            throw new UsageException("--output: %s cannot be written".formatted(output));
        }
    }
}
