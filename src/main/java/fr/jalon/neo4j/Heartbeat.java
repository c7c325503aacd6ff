package fr.jalon.neo4j;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Bookmark;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.async.AsyncSession;
import org.neo4j.driver.async.ResultCursor;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * Tells the version of a graph, and with it whether the graph lives, by one bounded probe that all share.
 *
 * <p>Whoever waits for what a graph elsewhere answers probes it meanwhile, so that nobody waits long for one that was
 * killed or hangs, however long reads may take.
 */
final class Heartbeat {

    private static final Duration READY_WITHIN = Duration.ofSeconds(1);

    /** A network that lost a connection never tells. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofSeconds(30);

    /** Whoever waits for an answer finds out in that time that the graph was closed. */
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(1);

    private final SharedProbe probe;
    private final DriverFailures failures;
    private final Rhythm rhythm;

    private Heartbeat(SharedProbe probe, DriverFailures failures, Rhythm rhythm) {
        this.probe = probe;
        this.failures = failures;
        this.rhythm = rhythm;
    }

    /**
     * The heartbeat of a graph.
     *
     * @param driver one by itself for a graph elsewhere: that all other connections are in use does not make it dead
     */
    static Heartbeat of(RenewableDriver driver, SessionConfig config, DriverFailures failures, Rhythm rhythm) {
        VersionProbe version = new VersionProbe(driver, config);
        return new Heartbeat(new SharedProbe(version::ask, rhythm.patience(), GIVEN_UP_AFTER), failures, rhythm);
    }

    /** The same with patience, for work that nobody waits for: a graph that loads a seed is slow to answer others. */
    Heartbeat patient() {
        return rhythm.patience().compareTo(Rhythm.PATIENT.patience()) < 0
                ? new Heartbeat(probe, failures, Rhythm.PATIENT)
                : this;
    }

    /**
     * How often it is probed, and how patiently.
     *
     * @param patience within which a graph that lives answers
     * @param beat how often it is probed while something else is waited for
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

    /** Ends, as the graph is closed: a driver may leave what it was asked without an answer then. */
    void end() {
        probe.end(new GraphException.Closed(new IllegalStateException("the graph was closed meanwhile")));
    }

    /** Waits for what the graph answers while it lives and is not closed; fails like that does, or with {@link GraphException}. */
    <T extends @Nullable Object> T await(CompletionStage<T> answer) {
        Duration look = rhythm.beat().compareTo(NOTICED_WITHIN) < 0 ? rhythm.beat() : NOTICED_WITHIN;
        long next = System.nanoTime() + rhythm.beat().toNanos();
        while (true) {
            try {
                return await(answer, look);
            } catch (TimeoutException notYet) {
                RuntimeException ended = probe.ended();
                if (ended != null) {
                    throw ended;
                }
                if (System.nanoTime() - next >= 0) {
                    version();
                    next = System.nanoTime() + rhythm.beat().toNanos();
                }
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

    /**
     * Asks a graph for its version: the bookmark after a read, which names the last commit. It asks by one driver, and by
     * another once the one hangs.
     *
     * <p>The session is one for writing: a cluster's leader, to which it leads, is the first to know a commit. No thread
     * waits for the answer, so that none is lost to a graph that never gives it.
     */
    private static final class VersionProbe {

        private static final String STATEMENT = "RETURN 1";

        /** A pool may hold two connections to a graph that was there before, and finds out only by using them. */
        private static final int ATTEMPTS = 3;

        private final RenewableDriver driver;
        private final SessionConfig config;
        private @Nullable CompletableFuture<String> last;

        VersionProbe(RenewableDriver driver, SessionConfig config) {
            this.driver = driver;
            this.config = config;
        }

        CompletableFuture<String> ask() {
            CompletableFuture<String> before = last;
            if (before != null && !before.isDone()) {
                driver.renew(driver.get());
            }
            CompletableFuture<String> asked = ask(driver.get(), ATTEMPTS).toCompletableFuture();
            last = asked;
            return asked;
        }

        private CompletionStage<String> ask(Driver by, int attempts) {
            AsyncSession session = by.session(AsyncSession.class, config);
            CompletionStage<String> version = session.runAsync(STATEMENT)
                    .thenCompose(ResultCursor::consumeAsync)
                    .thenApply(consumed -> version(session.lastBookmarks()))
                    .whenComplete((answer, failure) -> session.closeAsync());
            return attempts == 1
                    ? version
                    : version.exceptionallyCompose(failure -> isPassing(failure) ? ask(by, attempts - 1) : version);
        }

        private static boolean isPassing(Throwable failure) {
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            return cause instanceof Neo4jException known && DriverFailures.isPassing(known);
        }

        private static String version(Set<Bookmark> bookmarks) {
            return bookmarks.stream().map(Bookmark::value).sorted().collect(Collectors.joining(" "));
        }
    }
}
