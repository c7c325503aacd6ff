package fr.jalon;

import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/** The command line of Jalon. */
@Command(
        name = "jalon",
        description =
                "A knowledge graph of what French ministries promised about their data, APIs, algorithms and code.",
        subcommands = {
            ServeCommand.class,
            CheckCommand.class,
            LoadCommand.class,
            TemplateCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            QueryCommand.class,
            SummaryCommand.class,
            SchemaCommand.class
        },
        versionProvider = Jalon.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 done, 1 problems were found and printed, 2 wrong usage,",
            "3 the graph, an address or a file could not be had, 70 a fault of the program."
        })
public final class Jalon implements Runnable {

    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Option(names = "--version", versionHelp = true, description = "Tell the version of this program.")
    private boolean version;

    private Jalon() {}

    @Override
    public void run() {
        throw new UsageException(
                "Say which command: serve, check, load, template, import, export, query, summary or schema; --help explains them.");
    }

    /** Runs a command and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Jalon())
                .setExecutionExceptionHandler(new Failures())
                .setParameterExceptionHandler(new Failures())
                .setUsageHelpAutoWidth(true);
    }

    /** What the jar says of itself; classes outside of one say nothing. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Jalon.class.getPackage().getImplementationVersion();
            return new String[] {"jalon " + Objects.requireNonNullElse(version, "as compiled")};
        }
    }
}
