package fr.jalon.http;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does operations that keep a core busy on few threads of their own: with more of them, each would be kept from the cores
 * for longer than most operations take.
 */
final class Workers {

    private static final Duration LONG = Duration.ofMillis(10);
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final Duration longest;
    private final Turns turns;
    private final Executor threads = Executors.newCachedThreadPool(Workers::thread);

    Workers(int cores) {
        this(cores, LONG);
    }

    /**
     * Not yet at work.
     *
     * @param longest beside what lasts as long, the next begins in any case
     */
    Workers(int cores, Duration longest) {
        this.longest = longest;
        this.turns = new Turns(cores, longest);
    }

    /** What the operation gives, or fails with. */
    <T> T run(Supplier<T> operation) throws InterruptedException {
        Work<T> work = new Work<>(operation);
        turns.add(work);
        begin();
        try {
            return result(work);
        } catch (ExecutionException e) {
            throw unchecked(Objects.requireNonNull(e.getCause()));
        } finally {
            work.cancel(true);
        }
    }

    private <T> T result(Work<T> work) throws InterruptedException, ExecutionException {
        while (true) {
            try {
                return work.get(longest.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException waits) {
                begin();
            }
        }
    }

    private void begin() {
        for (Work<?> next = turns.next(); next != null; next = turns.next()) {
            Work<?> first = next;
            threads.execute(() -> work(first));
        }
    }

    private void work(Work<?> first) {
        for (@Nullable Work<?> work = first; work != null; work = turns.next()) {
            long start = CLOCK.getCurrentThreadCpuTime();
            work.run();
            // The one who brought it may have given it up, which is not meant for the next.
            Thread.interrupted();
            turns.ended(work, CLOCK.getCurrentThreadCpuTime() - start);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "operation");
        thread.setDaemon(true);
        return thread;
    }

    private static RuntimeException unchecked(Throwable cause) throws InterruptedException {
        if (cause instanceof Error error) {
            throw error;
        } else if (cause instanceof InterruptedException interrupted) {
            throw interrupted;
        }
        return (RuntimeException) cause;
    }
}
