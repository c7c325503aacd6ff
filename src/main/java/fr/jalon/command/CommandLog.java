package fr.jalon.command;

import java.nio.file.Path;
import java.util.Objects;

/** Where the log of a command goes: that of a server to standard error, the faults of others to a file of their own. */
final class CommandLog {

    private static final String FILE = "jalon.faults";
    private static final String CONFIGURATION = "logback.configurationFile";

    private CommandLog() {}

    /** Chooses for a command line, before anything is logged; JALON_DEBUG leaves all on standard error. */
    static void choose(String[] arguments) {
        boolean serves = arguments.length > 0 && arguments[0].equals("serve");
        if (!serves
                && Objects.requireNonNullElse(System.getenv("JALON_DEBUG"), "").isBlank()) {
            Path file = Path.of(
                    System.getProperty("java.io.tmpdir"),
                    "jalon-%s.log".formatted(ProcessHandle.current().pid()));
            System.setProperty(FILE, file.toString());
            System.setProperty(CONFIGURATION, "logback-command.xml");
        }
    }

    /** The log in words. */
    static String name() {
        return Objects.requireNonNullElse(System.getProperty(FILE), "the log");
    }
}
