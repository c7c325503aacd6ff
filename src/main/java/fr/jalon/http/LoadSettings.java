package fr.jalon.http;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How many operations the server takes on.
 *
 * @param running most of them at once
 * @param cores that operations share, if the graph is on this machine
 * @param waiting most of them that wait for their turn
 * @param patience how long one waits at most
 */
public record LoadSettings(int running, OptionalInt cores, int waiting, Duration patience) {

    private static final int RUNNING_PER_CORE = 4;
    private static final int FEWEST_RUNNING = 8;
    private static final int MOST_RUNNING = 32;

    /** Four a core within 8 and 32, the connections to the graph; a hundred waiting, two seconds at most. */
    public static LoadSettings defaults() {
        int byCores = RUNNING_PER_CORE * Runtime.getRuntime().availableProcessors();
        int running = Math.min(MOST_RUNNING, Math.max(FEWEST_RUNNING, byCores));
        return new LoadSettings(running, OptionalInt.empty(), 100, Duration.ofSeconds(2));
    }

    /** The same where all work is done on the cores of this machine. */
    public LoadSettings onItsCores() {
        OptionalInt cores = OptionalInt.of(Runtime.getRuntime().availableProcessors());
        return new LoadSettings(running, cores, waiting, patience);
    }
}
