package fr.jalon.neo4j;

import fr.jalon.cypher.CypherStatement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.BookmarkManager;
import org.neo4j.driver.Driver;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.async.AsyncSession;
import org.neo4j.driver.async.AsyncTransaction;
import org.neo4j.driver.async.ResultCursor;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.summary.ResultSummary;

/**
 * Runs work in sessions of a driver, each of which sees every write of those before; all fails with a
 * {@link GraphException}.
 *
 * <p>The driver itself would wait for as long as a graph hangs that was stopped, and try again one that was killed.
 */
final class BoltSessions {

    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(60);

    /** A graph that was just started, on a machine with other work, may take as long to plan its first statement. */
    private static final Duration FIRST_ANSWER = Duration.ofSeconds(60);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

    private final RenewableDriver drivers;
    private final RenewableDriver probing;
    private final BookmarkManager bookmarks;
    private final Heartbeat heartbeat;
    private final StatementListener listener;
    private final DriverFailures failures;
    private final Duration retryFor;
    private final RecentTexts prepared = new RecentTexts();
    private volatile boolean closed;

    BoltSessions(
            RenewableDriver drivers,
            RenewableDriver probing,
            BookmarkManager bookmarks,
            Heartbeat heartbeat,
            StatementListener listener,
            DriverFailures failures,
            Duration retryFor) {
        this.drivers = drivers;
        this.probing = probing;
        this.bookmarks = bookmarks;
        this.heartbeat = heartbeat;
        this.listener = listener;
        this.failures = failures;
        this.retryFor = retryFor;
    }

    /** Fails, within a bounded time, unless a graph answers that takes the user. */
    void verifyConnectivity() {
        translating(() -> {
            try {
                return Heartbeat.await(drivers.get().verifyConnectivityAsync(), CONNECTED_WITHIN);
            } catch (TimeoutException silent) {
                throw new GraphException.Unreachable(failures.address(), silent);
            }
        });
    }

    /** Has a graph elsewhere answer its first statement, for which it has more time than for any other. */
    void verifyAnswer() {
        translating(() -> heartbeat.version(FIRST_ANSWER));
    }

    <T extends @Nullable Object> T read(Function<Transaction, T> work, Duration timeout) {
        return translating(() -> retrying(() -> attempt(AccessMode.READ, work, timeout)));
    }

    <T extends @Nullable Object> T write(Function<Transaction, T> work, Duration timeout) {
        return translating(() -> retrying(() -> attempt(AccessMode.WRITE, work, timeout)));
    }

    /** Has a server plan statements that it may not know yet, each once, in more time than there is for reading. */
    void prepare(List<CypherStatement> statements) {
        for (CypherStatement statement : statements) {
            if (!prepared.contains(statement.text())) {
                translating(() -> retrying(() -> explain(statement)));
                prepared.add(statement.text());
            }
        }
    }

    private ResultSummary explain(CypherStatement statement) {
        return inSession(
                AccessMode.READ,
                (session, liveness) -> liveness.await(session.runAsync(
                                "EXPLAIN " + statement.text(), statement.parameters(), config(ReadTimeouts.PLANNING))
                        .thenCompose(ResultCursor::consumeAsync)));
    }

    String version() {
        return translating(heartbeat::version);
    }

    boolean isAlive() {
        return !closed && heartbeat.isAlive();
    }

    Connections connections() {
        return Connections.of(drivers.get());
    }

    /** Begins to end all connections; work that runs fails with {@link GraphException.Closed}. */
    CompletionStage<@Nullable Void> close() {
        closed = true;
        heartbeat.end();
        return drivers.close().thenCombine(probing.close(), (ended, endedToo) -> null);
    }

    private <T extends @Nullable Object> T attempt(AccessMode mode, Function<Transaction, T> work, Duration timeout) {
        return inSession(mode, (session, liveness) -> {
            AsyncTransaction transaction = liveness.await(session.beginTransactionAsync(config(timeout)));
            T found = work.apply(new BoltTransaction(transaction, liveness, listener, failures));
            liveness.await(transaction.commitAsync());
            return found;
        });
    }

    private <T extends @Nullable Object> T inSession(AccessMode mode, BiFunction<AsyncSession, Heartbeat, T> work) {
        Heartbeat liveness = mode == AccessMode.READ ? heartbeat : heartbeat.patient();
        Driver driver = drivers.get();
        AsyncSession session = driver.session(
                AsyncSession.class,
                SessionConfig.builder()
                        .withDefaultAccessMode(mode)
                        .withBookmarkManager(bookmarks)
                        .build());
        try {
            T found = work.apply(session, liveness);
            liveness.await(session.closeAsync());
            return found;
        } catch (GraphException.Unreachable hangs) {
            session.closeAsync();
            drivers.renew(driver);
            throw hangs;
        } catch (RuntimeException failure) {
            // What the transaction began is undone before anybody hears of its failure.
            liveness.await(session.closeAsync().exceptionally(asWell -> null));
            throw failure;
        }
    }

    /** Tries again what met a passing failure, for a while, as long as the graph lives. */
    private <T extends @Nullable Object> T retrying(Supplier<T> work) {
        long firstFailure = 0;
        for (Duration pause = FIRST_PAUSE; ; pause = pause.multipliedBy(2)) {
            try {
                return work.get();
            } catch (Neo4jException failure) {
                firstFailure = firstFailure == 0 ? System.nanoTime() : firstFailure;
                long tried = System.nanoTime() - firstFailure;
                if (!DriverFailures.isPassing(failure) || tried + pause.toNanos() > retryFor.toNanos()) {
                    throw failure;
                }
            }
            heartbeat.version();
            sleep(pause);
        }
    }

    private static void sleep(Duration pause) {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new GraphException.Closed(stopping);
        }
    }

    private <T extends @Nullable Object> T translating(Supplier<T> work) {
        try {
            return work.get();
        } catch (GraphException failure) {
            throw closed ? new GraphException.Closed(failure) : failure;
        } catch (Neo4jException failure) {
            throw closed ? new GraphException.Closed(failure) : failures.translate(failure);
        } catch (IllegalStateException failure) {
            // The driver has no type of its own for having been closed.
            throw closed ? new GraphException.Closed(failure) : failure;
        }
    }

    /** As many texts as a server usually keeps plans of, the latest; each takes but its name. */
    private static final class RecentTexts {

        private static final int MOST = 1_000;

        private final Map<Long, Boolean> names = new LinkedHashMap<>(MOST, 1, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
                return size() > MOST;
            }
        };

        synchronized boolean contains(String text) {
            return names.get(name(text)) != null;
        }

        synchronized void add(String text) {
            names.put(name(text), true);
        }

        private static long name(String text) {
            return ((long) text.length() << Integer.SIZE) ^ text.hashCode();
        }
    }

    private static TransactionConfig config(Duration timeout) {
        return TransactionConfig.builder().withTimeout(timeout).build();
    }
}
