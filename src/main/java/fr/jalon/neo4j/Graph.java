package fr.jalon.neo4j;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.cypher.IndexDefinition;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.BookmarkManager;
import org.neo4j.driver.BookmarkManagerConfig;
import org.neo4j.driver.BookmarkManagers;
import org.neo4j.driver.SessionConfig;

/** The graph, wherever it lives; safe for many threads, and a read sees every write made through it before. */
public final class Graph implements AutoCloseable {

    private static final long CLOSED_WITHIN_SECONDS = 2;

    private final BoltSessions sessions;
    private final GraphSettings settings;
    private final @Nullable EmbeddedServer server;
    private final @Nullable LocalReads local;
    private final Supplier<String> version;

    private Graph(BoltSessions sessions, GraphSettings settings) {
        this.sessions = sessions;
        this.settings = settings;
        this.server = null;
        this.local = null;
        this.version = sessions::version;
    }

    private Graph(BoltSessions sessions, GraphSettings settings, EmbeddedServer server, LocalReads local) {
        this.sessions = sessions;
        this.settings = settings;
        this.server = server;
        this.local = local;
        this.version = server.versionAfterCommits(sessions::version);
    }

    /** Opens the graph, starting an embedded one; fails with a {@link GraphException}, also when nothing answers. */
    public static Graph open(GraphHome home, GraphSettings settings, StatementListener listener) {
        Graph graph = home instanceof GraphHome.Embedded embedded
                ? embedded(embedded, settings, listener)
                : remote((GraphHome.Remote) home, settings, listener);
        try {
            graph.sessions.verifyConnectivity();
            if (graph.server == null) {
                graph.sessions.verifyAnswer();
            }
        } catch (GraphException failure) {
            graph.discard();
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
        return local == null ? sessions.read(work, time) : local.read(work, time);
    }

    /**
     * Has statements planned that are about to be read, lest the time for reading them go into planning them; fails with a
     * {@link GraphException}.
     */
    public void prepare(List<CypherStatement> statements) {
        // An embedded graph tells planning from reading as it goes.
        if (local == null) {
            sessions.prepare(statements);
        }
    }

    /** Does all of the work in one transaction, or nothing of it; otherwise as {@link #read}. */
    public <T extends @Nullable Object> T write(Function<Transaction, T> work) {
        requireHealth();
        Supplier<T> written = () -> sessions.write(work, settings.writeTimeout());
        try {
            return server == null ? written.get() : server.changing(written);
        } catch (GraphException failure) {
            // The write that finds the disk full is told why it failed, like all that come after it.
            requireHealth();
            throw failure;
        }
    }

    /**
     * Makes the constraints and indexes that are wanted and missing, drops what stands in their way, and waits until all are
     * ready.
     */
    public void ensureSchema(List<IndexDefinition> wanted) {
        SchemaUpdate update = new SchemaUpdate(this, wanted, server == null);
        if (server == null) {
            update.run();
        } else {
            server.watching(update::run);
        }
    }

    /** Counts what an embedded graph holds, so that statements are planned by it, and writes its files; a server does so in its own time. */
    public void settle() {
        if (server != null) {
            server.settle();
        }
    }

    /**
     * The state of the graph as an opaque text, which every commit replaces, whoever made it and from wherever.
     *
     * <p>It counts in every commit that was acknowledged before the call, and a read begun after the call sees that
     * state or a later one. All who use one graph are told the same. Fails with a {@link GraphException}.
     */
    public String version() {
        requireHealth();
        return version.get();
    }

    /** Whether what is read runs in {@link NodeTransaction}s, which find nodes as they stand. */
    public boolean readsNodes() {
        return local != null;
    }

    /** Where an embedded graph is reached over Bolt, from this machine alone. */
    public Optional<URI> boltAddress() {
        return Optional.ofNullable(server).map(EmbeddedServer::address);
    }

    private void requireHealth() {
        if (server != null) {
            server.requireHealth();
        }
    }

    /** How many connections there are, and what they do. */
    public Connections connections() {
        return sessions.connections();
    }

    /** Whether the graph answers, which is told within two seconds. */
    public boolean isReachable() {
        return server == null ? sessions.isAlive() : server.isHealthy();
    }

    /** Ends all connections, and stops the graph if it is embedded. */
    @Override
    public void close() {
        end(EmbeddedServer::close);
    }

    /** The same, and an embedded graph that was made by opening it is removed, with its folder. */
    public void discard() {
        end(EmbeddedServer::discard);
    }

    private void end(Consumer<EmbeddedServer> how) {
        // The driver waits a while before it ends its threads, which need not keep the server from stopping.
        CompletableFuture<@Nullable Void> driverClosed = sessions.close().toCompletableFuture();
        if (local != null) {
            local.close();
        }
        if (server != null) {
            how.accept(server);
        }
        // A graph that hangs does not keep the server from stopping either.
        driverClosed
                .completeOnTimeout(null, CLOSED_WITHIN_SECONDS, TimeUnit.SECONDS)
                .exceptionally(failure -> null)
                .join();
    }

    private static Graph embedded(GraphHome.Embedded home, GraphSettings settings, StatementListener listener) {
        EmbeddedServer server = EmbeddedServer.start(home, settings);
        RenewableDriver driver = RenewableDriver.embedded(server.address(), settings);
        BoltSessions sessions =
                sessions(driver, driver, server.address().toString(), settings, listener, Heartbeat.Rhythm.EMBEDDED);
        return new Graph(sessions, settings, server, server.reads(listener));
    }

    private static Graph remote(GraphHome.Remote home, GraphSettings settings, StatementListener listener) {
        return new Graph(
                sessions(
                        RenewableDriver.remote(home, settings),
                        RenewableDriver.probing(home, settings),
                        home.address().toString(),
                        settings,
                        listener,
                        Heartbeat.Rhythm.elsewhere(settings.connectionTimeout())),
                settings);
    }

    private static BoltSessions sessions(
            RenewableDriver working,
            RenewableDriver probing,
            String address,
            GraphSettings settings,
            StatementListener listener,
            Heartbeat.Rhythm rhythm) {
        DriverFailures failures = new DriverFailures(address, settings.connectionTimeout());
        BookmarkManager bookmarks =
                BookmarkManagers.defaultManager(BookmarkManagerConfig.builder().build());
        SessionConfig probes =
                SessionConfig.builder().withBookmarkManager(bookmarks).build();
        Heartbeat heartbeat = Heartbeat.of(probing, probes, failures, rhythm);
        return new BoltSessions(working, probing, bookmarks, heartbeat, listener, failures, settings.retryFor());
    }
}
