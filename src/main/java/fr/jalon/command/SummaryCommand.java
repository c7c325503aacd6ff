package fr.jalon.command;

import fr.jalon.execution.ComputedField;
import fr.jalon.execution.OperationLimits;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.period.Period;
import fr.jalon.period.PeriodFormatException;
import fr.jalon.plan.PageLimits;
import fr.jalon.schema.Contract;
import fr.jalon.summary.Summaries;
import fr.jalon.summary.SummaryFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the summary of a period; its query is ours, so that the limits on foreign ones do not apply. */
@Command(
        name = "summary",
        description = "Writes the summary of a period for a session of the CIAD, in French, and leaves the graph as it"
                + " is. A server that has the graph open is asked.")
public final class SummaryCommand implements Callable<Integer> {

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
            completionCandidates = Formats.class,
            description = "One of: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private String format;

    @Option(names = "--output", paramLabel = "FILE", description = "File to write (default: standard output).")
    private @Nullable Path output;

    private final List<ComputedField> computed;

    private static final class Formats extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("UnusedMethod") // picocli calls it
        Formats() {
            super(Arrays.stream(SummaryFormat.values()).map(SummaryFormat::word).toList());
        }
    }

    /**
     * A command yet without options.
     *
     * @param computed the root fields that the contract wants computed
     */
    public SummaryCommand(List<ComputedField> computed) {
        this.computed = computed;
    }

    @Override
    public Integer call() {
        String label = label();
        SummaryFormat target = target();
        OutputFile file = output == null ? null : OutputFile.of(output);
        byte[] summary = bytes(label, target, Contract.packaged());
        if (file == null) {
            spec.commandLine().getOut().print(new String(summary, StandardCharsets.UTF_8));
        } else {
            file.write(summary);
        }
        return 0;
    }

    private byte[] bytes(String label, SummaryFormat target, Contract contract) {
        ReadGraph readable = new ReadGraph(spec, graph, seed);
        Optional<RunningServer> server = readable.server(contract);
        if (server.isPresent()) {
            return server.get().summary(label, target);
        }
        try (ReadGraph.Opened opened = readable.open(contract, GraphSettings.defaults())) {
            return Summaries.bytes(
                    opened.graph().engine(contract, OperationLimits.STANDARD, PAGES, computed), label, target);
        }
    }

    private String label() {
        try {
            return Period.parse(period).label();
        } catch (PeriodFormatException e) {
            throw new CommandException.Usage("--period: " + e.getMessage());
        }
    }

    private SummaryFormat target() {
        return SummaryFormat.ofWord(format)
                .orElseThrow(() -> new CommandException.Usage("--format: found \"%s\", expected %s"
                        .formatted(format, SummaryFormat.either(SummaryFormat::word))));
    }
}
