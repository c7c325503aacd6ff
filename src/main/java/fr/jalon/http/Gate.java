package fr.jalon.http;

import fr.jalon.http.observation.Meter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Lets so many operations run and so many wait, in the order they came, and sends the others away; those that run share the
 * cores of this machine where the graph is on it.
 */
public final class Gate {

    private final Settings settings;
    private final Semaphore running;
    private final Semaphore places;
    private final Optional<Workers> workers;

    Gate(Settings settings) {
        this.settings = settings;
        this.running = new Semaphore(settings.running(), true);
        this.places = new Semaphore(settings.waiting(), true);
        this.workers = settings.cores().stream().mapToObj(Workers::new).findAny();
    }

    /**
     * Does the work once it is its turn.
     *
     * @throws HttpFailure 503 if too many wait, or it waited too long
     */
    <T> T pass(Supplier<T> work) {
        enter();
        try {
            return workers.isPresent() ? workers.get().run(work) : work.get();
        } catch (InterruptedException stopping) {
            throw stopping();
        } finally {
            running.release();
        }
    }

    /** How many operations run now. */
    int running() {
        return settings.running() - running.availablePermits();
    }

    /** How many operations wait now. */
    int waiting() {
        return running.getQueueLength();
    }

    List<Meter> meters() {
        return List.of(
                new Meter("jalon_graphql_running", "Operations that run.", Meter.Kind.LEVEL, this::running),
                new Meter(
                        "jalon_graphql_waiting", "Operations that wait for others.", Meter.Kind.LEVEL, this::waiting));
    }

    private void enter() {
        // Those who wait come first, even if somebody is free at this very moment.
        if (!running.hasQueuedThreads() && running.tryAcquire()) {
            return;
        }
        if (!places.tryAcquire()) {
            throw busy("%s operations run and %s wait".formatted(running(), settings.waiting()));
        }
        try {
            if (!running.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy("%s operations have been running for too long".formatted(settings.running()));
            }
        } catch (InterruptedException stopping) {
            throw stopping();
        } finally {
            places.release();
        }
    }

    private HttpFailure stopping() {
        Thread.currentThread().interrupt();
        return busy("The server is stopping");
    }

    private HttpFailure busy(String reason) {
        return HttpFailure.busy(reason + "; try again in a moment", settings.patience());
    }

    /**
     * How many operations the server takes on.
     *
     * @param running most of them at once
     * @param cores that operations share, if the graph is on this machine
     * @param waiting most of them that wait for their turn
     * @param patience how long one waits at most
     */
    public record Settings(int running, OptionalInt cores, int waiting, Duration patience) {

        private static final int RUNNING_PER_CORE = 4;
        private static final int FEWEST_RUNNING = 8;
        private static final int MOST_RUNNING = 32;

        /** Four a core within 8 and 32, the connections to the graph; a hundred waiting, two seconds at most. */
        public static Settings defaults() {
            int byCores = RUNNING_PER_CORE * Runtime.getRuntime().availableProcessors();
            int running = Math.min(MOST_RUNNING, Math.max(FEWEST_RUNNING, byCores));
            return new Settings(running, OptionalInt.empty(), 100, Duration.ofSeconds(2));
        }

        /** The same where all work is done on the cores of this machine. */
        public Settings onItsCores() {
            OptionalInt cores = OptionalInt.of(Runtime.getRuntime().availableProcessors());
            return new Settings(running, cores, waiting, patience);
        }
    }

    /** Half of some cores, one at the least: what short operations take, and what receiving and sending takes. */
    static int half(int cores) {
        return Math.max(1, cores / 2);
    }

    /**
     * Does operations that keep a core busy on few threads of their own: with more of them, each would be kept from the
     * cores for longer than most operations take.
     *
     * <p>As many work at once as there are cores, or half as many as long as operations are short, since receiving and
     * sending then takes as much as they do. Beside one that lasts long the next begins in any case.
     */
    static final class Workers {

        private static final Duration LONG = Duration.ofMillis(10);

        /** Up to here, in nanoseconds of a core, half of the cores do as many operations as all of them would. */
        private static final long SHORT = 200_000;

        /** So many operations tell how long the next will take. */
        private static final int REMEMBERED = 16;

        private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

        private final int cores;
        private final long longest;
        private final Queue<Work<?>> waiting = new ArrayDeque<>();
        private final Queue<Work<?>> begun = new ArrayDeque<>();
        private final Executor threads = Executors.newCachedThreadPool(Workers::thread);
        private long typical;

        Workers(int cores) {
            this(cores, LONG);
        }

        /**
         * Not yet at work.
         *
         * @param longest beside what lasts as long, the next begins in any case
         */
        Workers(int cores, Duration longest) {
            this.cores = cores;
            this.longest = longest.toNanos();
            this.typical = longest.toNanos();
        }

        /** What the operation gives, or fails with. */
        <T> T run(Supplier<T> operation) throws InterruptedException {
            Work<T> work = new Work<>(operation);
            synchronized (this) {
                waiting.add(work);
            }
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
                    return work.get(longest, TimeUnit.NANOSECONDS);
                } catch (TimeoutException waits) {
                    begin();
                }
            }
        }

        private void begin() {
            for (Work<?> next = next(); next != null; next = next()) {
                Work<?> first = next;
                threads.execute(() -> work(first));
            }
        }

        /** The one to begin now, if one waits and it is its turn. */
        private synchronized @Nullable Work<?> next() {
            int atOnce = typical < SHORT ? half(cores) : cores;
            if (waiting.isEmpty() || (begun.size() >= atOnce && !passesOverLong())) {
                return null;
            }
            Work<?> next = waiting.remove();
            next.began = System.nanoTime();
            begun.add(next);
            return next;
        }

        private boolean passesOverLong() {
            boolean isLong = System.nanoTime() - begun.element().began >= longest;
            if (isLong) {
                begun.remove();
            }
            return isLong;
        }

        private void work(Work<?> first) {
            for (@Nullable Work<?> work = first; work != null; work = next()) {
                long start = CLOCK.getCurrentThreadCpuTime();
                work.run();
                // The one who brought it may have given it up, which is not meant for the next.
                Thread.interrupted();
                ended(work, CLOCK.getCurrentThreadCpuTime() - start);
            }
        }

        private synchronized void ended(Work<?> work, long took) {
            begun.remove(work);
            typical += (took - typical) / REMEMBERED;
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

        /** An operation that one thread brings and another does, with the trace of the one that brings it. */
        private static final class Work<T> extends FutureTask<T> {

            private long began;

            Work(Supplier<T> operation) {
                this(operation, MDC.getCopyOfContextMap());
            }

            private Work(Supplier<T> operation, @Nullable Map<String, String> trace) {
                super(() -> {
                    MDC.setContextMap(trace == null ? Map.of() : trace);
                    return operation.get();
                });
            }
        }
    }
}
