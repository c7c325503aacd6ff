package fr.jalon.neo4j;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks a question once for all who wait for its answer; safe for many threads.
 *
 * <p>Who asks gets the answer of a probe that began after asking, never an older one.
 */
final class SharedProbe implements Supplier<String> {

    private final Supplier<String> probe;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile long begun;
    private Outcome last = new Outcome(0, null, null);

    SharedProbe(Supplier<String> probe) {
        this.probe = probe;
    }

    /** How the probe of that number ended; a failure is shared too, lest all who wait run into it one by one. */
    private record Outcome(
            long number, @Nullable String answer, @Nullable RuntimeException failure) {
        String get() {
            if (failure != null) {
                throw failure;
            }
            return String.valueOf(answer);
        }
    }

    @Override
    public String get() {
        long begunBefore = begun;
        oneAtATime.lock();
        try {
            if (last.number() <= begunBefore) {
                last = ask(begun + 1);
            }
            return last.get();
        } finally {
            oneAtATime.unlock();
        }
    }

    private Outcome ask(long number) {
        begun = number;
        try {
            return new Outcome(number, probe.get(), null);
        } catch (RuntimeException failure) {
            return new Outcome(number, null, failure);
        }
    }
}
