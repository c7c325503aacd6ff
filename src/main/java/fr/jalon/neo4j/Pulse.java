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

    /** A network that lost a connection never tells. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofSeconds(30);

    private final SharedProbe probe;
    private final DriverFailures failures;
    private final Rhythm rhythm;

    private Pulse(SharedProbe probe, DriverFailures failures, Rhythm rhythm) {
        this.probe = probe;
        this.failures = failures;
        this.rhythm = rhythm;
    }

    /**
     * The pulse of a graph.
     *
     * @param driver one by itself for a graph elsewhere: that all other connections are in use does not make it dead
     */
    static Pulse of(Renewed driver, SessionConfig config, DriverFailures failures, Rhythm rhythm) {
        Probes probes = new Probes(driver, config);
        return new Pulse(new SharedProbe(probes::ask, rhythm.patience(), GIVEN_UP_AFTER), failures, rhythm);
    }

    /** The same felt with patience, for work that nobody waits for: a graph that loads a seed is slow to answer others. */
    Pulse patient() {
        return rhythm.patience().compareTo(Rhythm.PATIENT.patience()) < 0
                ? new Pulse(probe, failures, Rhythm.PATIENT)
                : this;
    }

    /**
     * How it is felt.
     *
     * @param patience within which a graph that lives answers
     * @param beat how often it is felt while something else is waited for
     */
    record Rhythm(Duration patience, Duration beat) {

        /** For work in the background. */
        static final Rhythm PATIENT = new Rhythm(Duration.ofSeconds(60), Duration.ofSeconds(10));

        /** A graph within this process is as slow as the process itself, and never away. */
        static final Rhythm EMBEDDED = new Rhythm(Duration.ofMinutes(5), Duration.ofHours(1));

        /** That of a graph elsewhere: who asked has his answer in that time, though it died when it had half passed. */
        static Rhythm elsewhere(Duration answered) {
            return new Rhythm(answered.dividedBy(2), Duration.ofMillis(250));
        }
    }

    /** Asks by one driver, and by another once the one hangs. */
    private static final class Probes {

        private final Renewed driver;
        private final SessionConfig config;
        private @Nullable CompletableFuture<String> last;

        Probes(Renewed driver, SessionConfig config) {
            this.driver = driver;
            this.config = config;
        }

        CompletableFuture<String> ask() {
            CompletableFuture<String> before = last;
            if (before != null && !before.isDone()) {
                driver.renew(driver.get());
            }
            CompletableFuture<String> asked =
                    VersionProbe.ask(driver.get(), config).toCompletableFuture();
            last = asked;
            return asked;
        }
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

    private static GraphException interrupted(InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return new GraphException.Closed(stopping);
    }
}
