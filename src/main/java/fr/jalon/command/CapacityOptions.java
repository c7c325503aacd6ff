package fr.jalon.command;

import fr.jalon.http.Gate;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How many operations the server takes on, and how many answers it keeps. */
final class CapacityOptions {

    private static final int BY_CORES = 0;
    private static final String QUEUE_WAIT = "--queue-wait";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--max-operations",
            defaultValue = "${env:JALON_MAX_OPERATIONS:-0}",
            converter = OptionValues.Operations.class,
            description = "Operations that run at once (JALON_MAX_OPERATIONS; default: 0, which means four a core,"
                    + " and from 8 to 32).")
    private int operations;

    @Option(
            names = "--max-queue",
            defaultValue = "${env:JALON_MAX_QUEUE:-100}",
            converter = OptionValues.Amount.class,
            description = "Operations that wait for others to end before the server says that it is busy"
                    + " (JALON_MAX_QUEUE; default: 100).")
    private int queue;

    @Option(
            names = QUEUE_WAIT,
            paramLabel = "MILLISECONDS",
            defaultValue = "${env:JALON_QUEUE_WAIT:-2000}",
            converter = OptionValues.Amount.class,
            description = "How long one waits (JALON_QUEUE_WAIT; default: 2000).")
    private int wait;

    @Option(
            names = "--answers",
            paramLabel = "MIB",
            defaultValue = "${env:JALON_ANSWERS:-64}",
            converter = OptionValues.Amount.class,
            description =
                    "Memory for answers kept until the graph changes, a sixteenth of what the program has at most,"
                            + " 0 for none (JALON_ANSWERS; default: 64).")
    private int answers;

    /** Fails with {@link CommandException.Usage} where they do not go together. */
    Gate.Settings load() {
        if (queue == 0 && wait > 0) {
            new OptionSources(command).refuseBeside(QUEUE_WAIT, "--max-queue", "by which nothing waits, as it is 0");
        }
        int running = operations == BY_CORES ? Gate.Settings.defaults().running() : operations;
        return new Gate.Settings(running, OptionalInt.empty(), queue, Duration.ofMillis(wait));
    }

    /** Bytes of answers to keep. */
    long answers() {
        return (long) answers << 20;
    }

    /** Mebibytes of the heap that are given away, by option. */
    Map<String, Integer> heap() {
        return Map.of("--answers", answers);
    }
}
