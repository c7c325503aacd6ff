package fr.jalon.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The order in which operations begin, and how many work at once: as many as there are cores, or half as many as long as
 * operations are short, since receiving and sending then takes as much as they do.
 *
 * <p>Beside one that lasts long the next begins in any case.
 */
final class Turns {

    /** Up to here, in nanoseconds of a core, half of the cores do as many operations as all of them would. */
    private static final long SHORT = 200_000;

    /** So many operations tell how long the next will take. */
    private static final int REMEMBERED = 16;

    private final int cores;
    private final long longest;
    private final Queue<Work<?>> waiting = new ArrayDeque<>();
    private final Queue<Work<?>> begun = new ArrayDeque<>();
    private long typical;

    /**
     * None has begun.
     *
     * @param longest beside what lasts as long, the next begins in any case
     */
    Turns(int cores, Duration longest) {
        this.cores = cores;
        this.longest = longest.toNanos();
        this.typical = longest.toNanos();
    }

    /** Half of some cores, one at the least: what short operations take, and what receiving and sending takes. */
    static int half(int cores) {
        return Math.max(1, cores / 2);
    }

    synchronized void add(Work<?> work) {
        waiting.add(work);
    }

    /** The one to begin now, if one waits and it is its turn. */
    synchronized @Nullable Work<?> next() {
        if (waiting.isEmpty() || (begun.size() >= atOnce() && !passesOverLong())) {
            return null;
        }
        Work<?> next = waiting.remove();
        next.begin();
        begun.add(next);
        return next;
    }

    /**
     * Tells that one has ended.
     *
     * @param took nanoseconds of a core
     */
    synchronized void ended(Work<?> work, long took) {
        begun.remove(work);
        typical += (took - typical) / REMEMBERED;
    }

    private int atOnce() {
        return typical < SHORT ? half(cores) : cores;
    }

    private boolean passesOverLong() {
        boolean isLong = begun.element().age() >= longest;
        if (isLong) {
            begun.remove();
        }
        return isLong;
    }
}
