package fr.jalon.neo4j;

import fr.jalon.cypher.CypherStatement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

/** The graph, wherever it lives; safe for many threads, and a read sees every write made through it before. */
public final class Graph implements AutoCloseable {

    private static final long PROBE_SECONDS = 1;
    private static final long INDEXES_ONLINE_SECONDS = 300;

    private final Driver driver;
    private final GraphSettings settings;
    private final StatementListener listener;
    private final DriverFailures failures;
    private final @Nullable EmbeddedServer server;
    private final @Nullable LocalReads local;
    private final Supplier<String> version;
    private volatile boolean closed;

    private Graph(
            Driver driver,
            String address,
            GraphSettings settings,
            StatementListener listener,
            @Nullable EmbeddedServer server) {
        this.driver = driver;
        this.settings = settings;
        this.listener = listener;
        this.failures = new DriverFailures(address, settings.connectionTimeout());
        this.server = server;
        this.local = server == null ? null : server.reads(listener);
        SharedProbe probe = new SharedProbe(() -> inSession(VersionProbe::ask));
        this.version = server == null ? probe : new WatchedVersion(server::lastCommit, probe);
    }

    /** Opens the graph with the usual limits; fails with a {@link GraphException}. */
    public static Graph open(GraphHome home) {
        return open(home, GraphSettings.defaults(), StatementListener.silent());
    }

    /** Opens the graph, starting an embedded one; fails with a {@link GraphException}, also when nothing answers. */
    public static Graph open(GraphHome home, GraphSettings settings, StatementListener listener) {
        Graph graph = home instanceof GraphHome.Embedded embedded
                ? embedded(embedded, settings, listener)
                : remote((GraphHome.Remote) home, settings, listener);
        try {
            graph.translating(() -> {
                graph.driver.verifyConnectivity();
                return graph;
            });
        } catch (GraphException failure) {
            graph.close();
            throw failure;
        }
        return graph;
    }

    /**
     * Answers what the work reads in one transaction; fails with a {@link GraphException}.
     *
     * <p>The work runs again when a passing failure met it, so it changes nothing but what it returns.
     */
    public <T extends @Nullable Object> T read(Function<Transaction, T> work) {
        return read(work, Duration.ZERO);
    }

    /** The same, with that much time where reads have less. */
    public <T extends @Nullable Object> T read(Function<Transaction, T> work, Duration atLeast) {
        Duration usual = settings.readTimeout();
        Duration time = usual.compareTo(atLeast) < 0 ? atLeast : usual;
        return local == null ? readOverBolt(work, timeout(time)) : local.read(work, time);
    }

    private <T extends @Nullable Object> T readOverBolt(Function<Transaction, T> work, TransactionConfig config) {
        return inSession(session ->
                session.executeRead(context -> work.apply(new BoltTransaction(context, listener, failures)), config));
    }

    /** Does all of the work in one transaction, or nothing of it; otherwise as {@link #read}. */
    public <T extends @Nullable Object> T write(Function<Transaction, T> work) {
        TransactionConfig config = timeout(settings.writeTimeout());
        return inSession(session ->
                session.executeWrite(context -> work.apply(new BoltTransaction(context, listener, failures)), config));
    }

    /** Runs statements that define constraints and indexes, all or none, and waits until every index is ready. */
    public void ensureSchema(List<CypherStatement> definitions) {
        write(transaction -> {
            definitions.forEach(transaction::run);
            return definitions.size();
        });
        inSession(session -> session.run("CALL db.awaitIndexes($seconds)", Map.of("seconds", INDEXES_ONLINE_SECONDS))
                .consume());
    }

    /** Counts what an embedded graph holds, so that statements are planned by it; a server does so in its own time. */
    public void gatherStatistics() {
        if (server != null) {
            server.gatherStatistics();
        }
    }

    /**
     * The state of the graph as an opaque text, which every commit replaces, whoever made it and from wherever.
     *
     * <p>It counts in every commit that was acknowledged before the call, and a read begun after the call sees that
     * state or a later one. All who use one graph are told the same. Fails with a {@link GraphException}.
     */
    public String version() {
        return version.get();
    }

    /** How many connections there are, and what they do. */
    public Connections connections() {
        return Connections.of(driver);
    }

    /** Whether the graph answers within a second. */
    public boolean isReachable() {
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

    /** Ends all connections, and stops the graph if it is embedded. */
    @Override
    public void close() {
        closed = true;
        // The driver waits a while before it ends its threads, which need not keep the server from stopping.
        CompletionStage<@Nullable Void> driverClosed = driver.closeAsync();
        if (server != null) {
            server.close();
        }
        driverClosed.toCompletableFuture().join();
    }

    private static Graph embedded(GraphHome.Embedded home, GraphSettings settings, StatementListener listener) {
        EmbeddedServer server = EmbeddedServer.start(home, settings);
        Driver driver = Drivers.embedded(server.address(), settings);
        return new Graph(driver, server.address().toString(), settings, listener, server);
    }

    private static Graph remote(GraphHome.Remote home, GraphSettings settings, StatementListener listener) {
        Driver driver = Drivers.remote(home, settings);
        return new Graph(driver, home.address().toString(), settings, listener, null);
    }

    private <T extends @Nullable Object> T inSession(Function<Session, T> work) {
        return translating(() -> {
            try (Session session = driver.session(SessionConfig.builder()
                    .withBookmarkManager(driver.executableQueryBookmarkManager())
                    .build())) {
                return work.apply(session);
            }
        });
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

    private static TransactionConfig timeout(Duration timeout) {
        return TransactionConfig.builder().withTimeout(timeout).build();
    }
}
