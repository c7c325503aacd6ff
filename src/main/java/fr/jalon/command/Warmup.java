package fr.jalon.command;

import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.execution.GraphQlResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Asks what is likely to be asked before anybody does, in the background: on a slow machine the graph takes seconds to plan
 * a question it does not know. As long as others ask, it waits.
 */
final class Warmup {

    /** Whoever started the server asks first. */
    private static final Duration AT_FIRST = Duration.ofMillis(500);

    private static final Duration BETWEEN = Duration.ofMillis(200);

    private final GraphQlEngine engine;
    private final BooleanSupplier busy;

    /**
     * Not yet begun.
     *
     * @param busy whether somebody asks now
     */
    Warmup(GraphQlEngine engine, BooleanSupplier busy) {
        this.engine = engine;
        this.busy = busy;
    }

    /**
     * Begins; it ends by itself, also when the graph goes away.
     *
     * @param done run once all were asked
     */
    @SuppressWarnings("ThreadPriorityCheck") // A hint only: the thread waits by itself while others ask.
    Thread begin(List<GraphQlRequest> likely, Runnable done) {
        Thread thread = new Thread(() -> ask(likely, done), "warm-up");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
        return thread;
    }

    private void ask(List<GraphQlRequest> likely, Runnable done) {
        try {
            Thread.sleep(AT_FIRST.toMillis());
            for (GraphQlRequest request : likely) {
                do {
                    Thread.sleep(BETWEEN.toMillis());
                } while (busy.getAsBoolean());
                if (engine.execute(request).outcome() == GraphQlResponse.Outcome.UNAVAILABLE) {
                    return;
                }
            }
            done.run();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
