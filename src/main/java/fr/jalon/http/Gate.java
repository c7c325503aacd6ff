package fr.jalon.http;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets so many operations run and so many wait, in the order they came, and sends the others away. */
final class Gate {

    private final LoadSettings settings;
    private final Semaphore running;
    private final Semaphore places;
    private final Optional<Workers> workers;

    Gate(LoadSettings settings) {
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
        return settings.waiting() - places.availablePermits();
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
}
