package fr.jalon.command;

import fr.jalon.http.Gate;
import java.time.Duration;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** How many operations the server takes on. */
final class LoadOptions {

    private static final int BY_CORES = 0;

    @Option(
            names = "--max-operations",
            defaultValue = "${env:JALON_MAX_OPERATIONS:-0}",
            converter = BoundedNumber.Operations.class,
            description = "Operations that run at once (JALON_MAX_OPERATIONS; default: 0, which means four a core,"
                    + " and from 8 to 32).")
    private int operations;

    @Option(
            names = "--max-queue",
            defaultValue = "${env:JALON_MAX_QUEUE:-100}",
            converter = BoundedNumber.Amount.class,
            description = "Operations that wait for others to end before the server says that it is busy"
                    + " (JALON_MAX_QUEUE; default: 100).")
    private int queue;

    @Option(
            names = "--queue-wait",
            paramLabel = "MILLISECONDS",
            defaultValue = "${env:JALON_QUEUE_WAIT:-2000}",
            converter = BoundedNumber.Amount.class,
            description = "How long one waits (JALON_QUEUE_WAIT; default: 2000).")
    private int wait;

    Gate.Settings settings() {
        int running = operations == BY_CORES ? Gate.Settings.defaults().running() : operations;
        return new Gate.Settings(running, OptionalInt.empty(), queue, Duration.ofMillis(wait));
    }
}
