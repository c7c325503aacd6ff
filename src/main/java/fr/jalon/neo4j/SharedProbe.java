package fr.jalon.neo4j;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks a question once for all who wait for its answer, each for a bounded time; safe for many threads.
 *
 * <p>Who asks gets the answer of a probe that began after asking, never an older one. A probe that does not end is the
 * only one there is, so that however many ask of a graph that hangs, one connection hangs with it; as soon as it ends,
 * the next begins.
 */
final class SharedProbe {

    private final Supplier<? extends CompletionStage<String>> probe;
    private final Duration patience;
    private final Duration givenUpAfter;
    private Running running = new Running(CompletableFuture.completedFuture(""), 0);
    private @Nullable CompletableFuture<String> following;
    private volatile @Nullable RuntimeException end;

    /**
     * Not yet asked.
     *
     * @param patience how long one waits for an answer
     * @param givenUpAfter how long a probe may hang before another is begun beside it
     */
    SharedProbe(Supplier<? extends CompletionStage<String>> probe, Duration patience, Duration givenUpAfter) {
        this.probe = probe;
        this.patience = patience;
        this.givenUpAfter = givenUpAfter;
    }

    private record Running(CompletableFuture<String> answer, long begun) {

        boolean hasHungFor(Duration time) {
            return !answer.isDone() && System.nanoTime() - begun > time.toNanos();
        }
    }

    /**
     * The answer.
     *
     * @throws TimeoutException if there is none in time, or if the probe before has been hanging for as long
     */
    String get(Duration atMost) throws TimeoutException, InterruptedException {
        CompletableFuture<String> asked;
        boolean hangs;
        synchronized (this) {
            asked = ask();
            hangs = running.hasHungFor(patience.compareTo(atMost) > 0 ? patience : atMost);
        }
        try {
            return asked.get(hangs ? 0 : atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw unchecked(e);
        }
    }

    /** Asks no more: whoever waits, or asks from here on, fails by that. */
    synchronized void end(RuntimeException failure) {
        end = failure;
        running.answer().completeExceptionally(failure);
    }

    /** Why it asks no more, if it does not. */
    @Nullable
    RuntimeException ended() {
        return end;
    }

    private CompletableFuture<String> ask() {
        if (running.answer().isDone() || running.hasHungFor(givenUpAfter)) {
            return begin();
        }
        CompletableFuture<String> next = following;
        if (next == null) {
            CompletableFuture<String> before = running.answer();
            next = before.handle((answer, failure) -> "").thenCompose(ended -> follow(before));
            following = next;
        }
        return next;
    }

    /** Whoever asked between the end of a probe and this begins the next one, which serves those who waited as well. */
    private synchronized CompletableFuture<String> follow(CompletableFuture<String> before) {
        return running.answer() == before ? begin() : running.answer();
    }

    private CompletableFuture<String> begin() {
        following = null;
        RuntimeException ended = end;
        if (ended != null) {
            return CompletableFuture.failedFuture(ended);
        }
        CompletableFuture<String> answer;
        try {
            answer = probe.get().toCompletableFuture();
        } catch (RuntimeException failure) {
            answer = CompletableFuture.failedFuture(failure);
        }
        running = new Running(answer, System.nanoTime());
        return answer;
    }

    private static RuntimeException unchecked(ExecutionException e) {
        Throwable cause = e.getCause() instanceof CompletionException wrapped ? wrapped.getCause() : e.getCause();
        if (cause instanceof RuntimeException failure) {
            return failure;
        }
        return new IllegalStateException(cause);
    }
}
