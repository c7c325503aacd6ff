package fr.jalon;

import fr.jalon.execution.Build;
import java.io.FileDescriptor;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.Optional;
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
        MachineLocale.pin();
        CommandLog.choose(arguments);
        Thread.setDefaultUncaughtExceptionHandler(Failures::inThread);
        StandardOutput output = new StandardOutput();
        PrintWriter out = output.writer();
        PrintWriter errors = MachineLocale.writer(FileDescriptor.err);
        int code = Failures.guard(() -> run(arguments, out, errors), errors);
        out.flush();
        System.exit(Failures.ofOutput(output, errors, code));
    }

    private static int run(String[] arguments, PrintWriter out, PrintWriter errors) {
        Optional<String> unreadable =
                MachineLocale.unreadable(arguments, System.getenv(), System.getProperty("user.dir"));
        unreadable.ifPresent(sentence -> errors.println("jalon: " + sentence));
        return unreadable.isPresent()
                ? Failures.USAGE
                : commandLine().setOut(out).setErr(errors).execute(arguments);
    }

    static CommandLine commandLine() {
        return GivenValues.readBy(new CommandLine(new Jalon()))
                .setDefaultValueProvider(new EnvironmentDefaults(System.getenv()))
                .setExecutionStrategy(Failures::execute)
                .setExecutionExceptionHandler(new Failures())
                .setParameterExceptionHandler(new Failures())
                .setUsageHelpAutoWidth(true);
    }

    /** What the jar says of itself, and its build; classes outside of a jar have no version. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Jalon.class.getPackage().getImplementationVersion();
            String told = Objects.requireNonNullElse(version, "as compiled");
            return new String[] {"jalon %s (build %s)".formatted(told, Build.running())};
        }
    }
}
