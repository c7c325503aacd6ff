package fr.jalon;

import fr.jalon.http.LoadSettings;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How many operations the server takes on. */
final class LoadOptions {

    private static final int BY_CORES = 0;

    @Option(
            names = "--max-operations",
            defaultValue = "${env:JALON_MAX_OPERATIONS:-0}",
            description = "Operations that run at once (JALON_MAX_OPERATIONS; default: 0, which means four a core,"
                    + " and from 8 to 32).")
    private int operations;

    @Option(
            names = "--max-queue",
            defaultValue = "${env:JALON_MAX_QUEUE:-100}",
            description = "Operations that wait for others to end before the server says that it is busy"
                    + " (JALON_MAX_QUEUE; default: 100).")
    private int queue;

    @Option(
            names = "--queue-wait",
            paramLabel = "MILLISECONDS",
            defaultValue = "${env:JALON_QUEUE_WAIT:-2000}",
            description = "How long one waits (JALON_QUEUE_WAIT; default: 2000).")
    private int wait;

    LoadSettings settings() {
        int running = Numbers.atLeast(0, "--max-operations", operations);
        return new LoadSettings(
                running == BY_CORES ? LoadSettings.defaults().running() : running,
                Numbers.atLeast(0, "--max-queue", queue),
                Duration.ofMillis(Numbers.atLeast(0, "--queue-wait", wait)));
    }
}
