package fr.jalon.http;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.slf4j.MDC;

/**
 * Does what keeps a core busy: on the thread that brings it, or on one of a few if that is a virtual thread.
 *
 * <p>Nothing interrupts a virtual thread, so that one whose client asks again at once would keep out those who come from
 * elsewhere.
 */
final class Workers {

    /** Most operations take a small part of it. */
    private static final Duration TURN = Duration.ofMillis(10);

    private final ExecutorService threads;
    private final Turns turns;

    Workers(LoadSettings settings) {
        this.turns = new Turns(Math.max(1, settings.working()), TURN);
        this.threads = Executors.newFixedThreadPool(Math.max(1, settings.running()), work -> {
            Thread thread = new Thread(work, "operation");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What the work gives, or fails with. */
    <T> T run(Supplier<T> work) throws InterruptedException {
        return WebServer.VIRTUAL_THREADS ? onThreads(work) : turns.work(work);
    }

    private <T> T onThreads(Supplier<T> work) throws InterruptedException {
        Map<String, String> trace = MDC.getCopyOfContextMap();
        FutureTask<T> task = new FutureTask<>(() -> {
            MDC.setContextMap(trace == null ? Map.of() : trace);
            return turns.work(work);
        });
        threads.execute(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw unchecked(Objects.requireNonNull(e.getCause()));
        } finally {
            task.cancel(true);
        }
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
