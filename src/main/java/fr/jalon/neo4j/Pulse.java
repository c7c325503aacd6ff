package fr.jalon.neo4j;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * Tells the version of a graph, and with it whether the graph lives, by one bounded probe that all share.
 *
 * <p>Whoever waits for what a graph elsewhere answers feels its pulse meanwhile, so that nobody waits long for one that was
 * killed or hangs, however long reads may take.
 */
final class Pulse {

    private static final Duration READY_WITHIN = Duration.ofSeconds(1);

    private final Renewed driver;
    private final DriverFailures failures;
    private final Rhythm rhythm;
    private final SharedProbe probe;
    private @Nullable CompletableFuture<String> last;

    /**
     * The pulse of a graph.
     *
     * @param driver one by itself for a graph elsewhere: that all other connections are in use does not make it dead
     */
    Pulse(Renewed driver, SessionConfig config, DriverFailures failures, Rhythm rhythm) {
        this.driver = driver;
        this.failures = failures;
        this.rhythm = rhythm;
        this.probe = new SharedProbe(() -> ask(config), rhythm.patience(), rhythm.givenUpAfter());
    }

    /**
     * How it is felt.
     *
     * @param patience within which a graph that lives answers
     * @param beat how often it is felt while something else is waited for
     * @param givenUpAfter how long a probe may hang: a network that lost a connection never tells
     */
    record Rhythm(Duration patience, Duration beat, Duration givenUpAfter) {

        /** Who asks is told within five seconds that nobody answers, also after waiting for a turn. */
        static final Rhythm ELSEWHERE =
                new Rhythm(Duration.ofMillis(2_500), Duration.ofMillis(250), Duration.ofSeconds(30));

        /** Within this process a graph is only as slow as the process itself. */
        static final Rhythm EMBEDDED = new Rhythm(Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofMinutes(5));
    }

    /** The version; fails with a {@link GraphException}. */
    String version() {
        return version(rhythm.patience());
    }

    /** The same with more patience, for a graph that may be at its very first statement, or with less. */
    String version(Duration patience) {
        try {
            return probe.get(patience);
        } catch (TimeoutException hangs) {
            throw new GraphException.Unreachable(failures.address(), hangs);
        } catch (Neo4jException failure) {
            throw failures.translate(failure);
        } catch (InterruptedException stopping) {
            throw interrupted(stopping);
        }
    }

    boolean isAlive() {
        try {
            version(READY_WITHIN);
            return true;
        } catch (GraphException | IllegalStateException dead) {
            return false;
        }
    }

    /** Waits for what the graph answers while it lives; fails like that does, or with {@link GraphException}. */
    <T extends @Nullable Object> T await(CompletionStage<T> answer) {
        while (true) {
            try {
                return await(answer, rhythm.beat());
            } catch (TimeoutException notYet) {
                version();
            }
        }
    }

    /** Waits so long for an answer, whether the graph lives or not. */
    static <T extends @Nullable Object> T await(CompletionStage<T> answer, Duration atMost) throws TimeoutException {
        try {
            return answer.toCompletableFuture().get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw DriverFailures.cause(e);
        } catch (InterruptedException stopping) {
            throw interrupted(stopping);
        }
    }

    CompletionStage<@Nullable Void> close() {
        return driver.close();
    }

    private CompletionStage<String> ask(SessionConfig config) {
        CompletableFuture<String> before = last;
        if (before != null && !before.isDone()) {
            driver.renew(driver.get());
        }
        CompletableFuture<String> asked =
                VersionProbe.ask(driver.get(), config).toCompletableFuture();
        last = asked;
        return asked;
    }

    private static GraphException interrupted(InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return new GraphException.Closed(stopping);
    }
}
