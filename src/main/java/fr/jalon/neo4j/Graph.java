package fr.jalon.neo4j;

import fr.jalon.cypher.IndexDefinition;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;

/** The graph, wherever it lives; safe for many threads, and a read sees every write made through it before. */
public final class Graph implements AutoCloseable {

    private final BoltSessions sessions;
    private final GraphSettings settings;
    private final @Nullable EmbeddedServer server;
    private final @Nullable LocalReads local;
    private final Supplier<String> version;

    private Graph(
            Driver driver,
            String address,
            GraphSettings settings,
            StatementListener listener,
            @Nullable EmbeddedServer server) {
        this.sessions = new BoltSessions(driver, listener, new DriverFailures(address, settings.connectionTimeout()));
        this.settings = settings;
        this.server = server;
        this.local = server == null ? null : server.reads(listener);
        SharedProbe probe = new SharedProbe(() -> sessions.inSession(VersionProbe::ask));
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
            graph.sessions.verifyConnectivity();
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

    /** Does all of the work in one transaction, or nothing of it; otherwise as {@link #read}. */
    public <T extends @Nullable Object> T write(Function<Transaction, T> work) {
        Supplier<T> written = () -> sessions.write(work, settings.writeTimeout());
        return server == null ? written.get() : server.changing(written);
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
        return version.get();
    }

    /** How many connections there are, and what they do. */
    public Connections connections() {
        return sessions.connections();
    }

    /** Whether the graph answers within a second. */
    public boolean isReachable() {
        return sessions.isReachable();
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
        CompletionStage<@Nullable Void> driverClosed = sessions.close();
        if (server != null) {
            how.accept(server);
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
}
