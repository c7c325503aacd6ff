package fr.jalon.neo4j;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;

/** Runs work in sessions of a driver, each of which sees every write of those before; all fails with a {@link GraphException}. */
final class BoltSessions {

    private static final long PROBE_SECONDS = 1;

    private final Driver driver;
    private final StatementListener listener;
    private final DriverFailures failures;
    private volatile boolean closed;

    BoltSessions(Driver driver, StatementListener listener, DriverFailures failures) {
        this.driver = driver;
        this.listener = listener;
        this.failures = failures;
    }

    void verifyConnectivity() {
        translating(() -> {
            driver.verifyConnectivity();
            return true;
        });
    }

    <T extends @Nullable Object> T read(Function<Transaction, T> work, Duration timeout) {
        return inSession(session -> session.executeRead(
                context -> work.apply(new BoltTransaction(context, listener, failures)), config(timeout)));
    }

    <T extends @Nullable Object> T write(Function<Transaction, T> work, Duration timeout) {
        return inSession(session -> session.executeWrite(
                context -> work.apply(new BoltTransaction(context, listener, failures)), config(timeout)));
    }

    <T extends @Nullable Object> T inSession(Function<Session, T> work) {
        return translating(() -> {
            try (Session session = driver.session(SessionConfig.builder()
                    .withBookmarkManager(driver.executableQueryBookmarkManager())
                    .build())) {
                return work.apply(session);
            }
        });
    }

    /** Whether the graph answers within a second. */
    boolean isReachable() {
        try {
            driver.verifyConnectivityAsync().toCompletableFuture().get(PROBE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException | IllegalStateException noAnswer) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Connections connections() {
        return Connections.of(driver);
    }

    /** Begins to end all connections; work that runs fails with {@link GraphException.Closed}. */
    CompletionStage<@Nullable Void> close() {
        closed = true;
        return driver.closeAsync();
    }

    private <T extends @Nullable Object> T translating(Supplier<T> work) {
        try {
            return work.get();
        } catch (Neo4jException failure) {
            throw closed ? new GraphException.Closed(failure) : failures.translate(failure);
        } catch (IllegalStateException failure) {
            // The driver has no type of its own for having been closed.
            throw closed ? new GraphException.Closed(failure) : failure;
        }
    }

    private static TransactionConfig config(Duration timeout) {
        return TransactionConfig.builder().withTimeout(timeout).build();
    }
}
