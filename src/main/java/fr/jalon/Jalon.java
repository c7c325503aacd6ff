package fr.jalon;

import fr.jalon.command.Terminal;
import fr.jalon.execution.Build;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of Jalon. */
@Command(
        name = "jalon",
        description =
                "A knowledge graph of what French ministries promised about their data, APIs, algorithms and code.",
        versionProvider = Jalon.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 done, 1 problems were found and printed, 2 wrong usage,",
            "3 the graph, an address or a file could not be had, 70 a fault of the program."
        })
public final class Jalon implements Runnable {

    @Spec
    private CommandSpec spec;

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

    Jalon() {}

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say which command: serve, check, load, template, import, export, query, summary, schema, account or token");
    }

    /** Runs a command and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(Terminal.run(arguments, Application::commandLine));
    }

    /** What the jar says of itself, and its build; classes outside of a jar have no version. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Jalon.class.getPackage().getImplementationVersion();
            String released = Objects.requireNonNullElse(version, "as compiled");
            return new String[] {"jalon %s (build %s)".formatted(released, Build.running())};
        }
    }
}
