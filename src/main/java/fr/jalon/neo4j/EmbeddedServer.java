package fr.jalon.neo4j;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.configuration.helpers.PortBindException;
import org.neo4j.dbms.DatabaseStateService;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.locker.FileLockException;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.logging.NullLogProvider;
import org.neo4j.monitoring.DatabaseHealth;
import org.neo4j.storageengine.api.TransactionIdStore;

/** A Neo4j server within this process, reached over Bolt on the loopback interface like any other. */
final class EmbeddedServer implements AutoCloseable {

    private static final long AVAILABLE_AFTER_SECONDS = 1;

    private final DatabaseManagementService server;
    private final URI address;
    private final Path folder;
    private final TransactionIdStore commits;
    private final DatabaseHealth health;
    private final PlanRoom plans;

    private EmbeddedServer(DatabaseManagementService server, URI address, Path folder) {
        this.server = server;
        this.address = address;
        this.folder = folder;
        this.health = graph(server).getDependencyResolver().resolveDependency(DatabaseHealth.class);
        this.plans = PlanRoom.of(graph(server));
        this.commits = graph(server).getDependencyResolver().resolveDependency(TransactionIdStore.class);
    }

    static EmbeddedServer start(GraphHome.Embedded home, GraphSettings settings) {
        DatabaseManagementService server;
        try {
            server = new DatabaseManagementServiceBuilder(home.folder().toAbsolutePath())
                    .setConfig(EmbeddedConfiguration.of(home, settings))
                    .setUserLogProvider(NullLogProvider.getInstance())
                    .build();
        } catch (RuntimeException failure) {
            throw startFailure(home, failure);
        }
        return new EmbeddedServer(server, address(home, server), home.folder());
    }

    URI address() {
        return address;
    }

    /** The number of the last commit, from which the server makes its bookmarks too. */
    long lastCommit() {
        return commits.getLastCommittedTransactionId();
    }

    void gatherStatistics() {
        graph(server).executeTransactionally("CALL db.prepareForReplanning()");
    }

    LocalReads reads(StatementListener listener) {
        return new LocalReads(this, graph(server), commits, listener);
    }

    /** The plans that the server keeps. */
    PlanRoom plans() {
        return plans;
    }

    /** Whether it answers, and can go on: once it could not write, what it holds in memory is not to be trusted. */
    boolean isHealthy() {
        return health.hasNoPanic() && graph(server).isAvailable(0);
    }

    /** Fails with {@link GraphException.Broken} if it cannot go on. */
    void requireHealth() {
        if (!health.hasNoPanic()) {
            throw new GraphException.Broken(folder, health.causeOfPanic());
        }
    }

    @Override
    public void close() {
        server.shutdown();
    }

    private static GraphDatabaseAPI graph(DatabaseManagementService server) {
        return (GraphDatabaseAPI) server.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
    }

    private static URI address(GraphHome.Embedded home, DatabaseManagementService server) {
        GraphDatabaseAPI graph = graph(server);
        // A graph whose files are damaged does not keep the server itself from starting.
        if (!graph.isAvailable(TimeUnit.SECONDS.toMillis(AVAILABLE_AFTER_SECONDS))) {
            var failure = new GraphException.StartFailed(home.folder(), causeOfFailure(graph));
            server.shutdown();
            throw failure;
        }
        int port = graph.getDependencyResolver()
                .resolveDependency(ConnectorPortRegister.class)
                .getLocalAddress(ConnectorType.BOLT)
                .getPort();
        return URI.create("bolt://127.0.0.1:" + port);
    }

    private static @Nullable Throwable causeOfFailure(GraphDatabaseAPI graph) {
        return graph.getDependencyResolver()
                .resolveDependency(DatabaseStateService.class)
                .causeOfFailure(graph.databaseId())
                .orElse(null);
    }

    private static GraphException startFailure(GraphHome.Embedded home, RuntimeException failure) {
        if (isCausedBy(failure, FileLockException.class)) {
            return new GraphException.FolderLocked(home.folder(), failure);
        }
        if (isCausedBy(failure, PortBindException.class)) {
            return new GraphException.PortTaken(home.boltPort(), failure);
        }
        return new GraphException.StartFailed(home.folder(), failure);
    }

    private static boolean isCausedBy(@Nullable Throwable failure, Class<? extends Throwable> cause) {
        return Stream.iterate(failure, link -> link != null, link -> link == null ? null : link.getCause())
                .anyMatch(cause::isInstance);
    }
}
