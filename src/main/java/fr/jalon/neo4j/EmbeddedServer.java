package fr.jalon.neo4j;

import java.io.IOException;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.kernel.impl.transaction.log.checkpoint.CheckPointer;
import org.neo4j.kernel.impl.transaction.log.checkpoint.SimpleTriggerInfo;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.monitoring.DatabaseHealth;
import org.neo4j.storageengine.api.TransactionIdStore;

/** A Neo4j server within this process, reached over Bolt on the loopback interface like any other. */
final class EmbeddedServer implements AutoCloseable {

    /** What the log and the indexes may take while a seed is loaded, in bytes. */
    private static final long ROOM_FOR_CHANGES = 8L << 20;

    private final GraphHome.Embedded home;
    private final GraphFolder folder;
    private final DiskSpace disk;
    private final DatabaseManagementService server;
    private final GraphDatabaseAPI graph;
    private final URI address;
    private final TransactionIdStore commits;
    private final DatabaseHealth health;
    private final PlanCacheLimit plans;

    private EmbeddedServer(GraphHome.Embedded home, GraphFolder folder, DatabaseManagementService server) {
        this.home = home;
        this.folder = folder;
        this.disk = new DiskSpace(home.folder());
        this.server = server;
        this.graph = graph(server);
        this.address = address(server);
        this.health = graph.getDependencyResolver().resolveDependency(DatabaseHealth.class);
        this.plans = PlanCacheLimit.of(graph);
        this.commits = graph.getDependencyResolver().resolveDependency(TransactionIdStore.class);
    }

    static EmbeddedServer start(GraphHome.Embedded home, GraphSettings settings) {
        GraphFolder folder = GraphFolder.take(home);
        DiskSpace disk = new DiskSpace(home.folder());
        try {
            DatabaseManagementService server =
                    disk.watch(() -> QuietServer.start(home, settings), DatabaseManagementService::shutdown);
            folder.finish();
            return new EmbeddedServer(home, folder, server);
        } catch (IOException | RuntimeException failure) {
            GraphException failed = StartFailures.of(home, failure);
            folder.discard();
            throw failed;
        }
    }

    URI address() {
        return address;
    }

    /** The version of the graph, probed anew only after another commit. */
    Supplier<String> versionAfterCommits(Supplier<String> probe) {
        return new Supplier<>() {
            private volatile Version last = new Version(-1, "");

            @Override
            public String get() {
                // Read before the version, so that a commit between the two is noticed the next time.
                long commit = lastCommit();
                Version found = last;
                if (found.commit() != commit) {
                    found = new Version(commit, probe.get());
                    last = found;
                }
                return found.text();
            }
        };
    }

    /** The number of the last commit, from which the server makes its bookmarks too. */
    private long lastCommit() {
        try {
            return commits.getLastCommittedTransactionId();
        } catch (RuntimeException failure) {
            throw translate(failure);
        }
    }

    /** Whatever fails within a server that has been closed meanwhile failed by that. */
    RuntimeException translate(RuntimeException failure) {
        return failure instanceof GraphException || graph.isAvailable(0)
                ? LocalReads.translate(failure)
                : new GraphException.Closed(failure);
    }

    /** A version read when that commit, or a later one, was the last. */
    private record Version(long commit, String text) {}

    /** Counts what the graph holds, and brings all of it from the log into its files. */
    void settle() {
        graph.executeTransactionally("CALL db.prepareForReplanning()");
        watching(this::checkpoint);
    }

    private void checkpoint() {
        try {
            graph.getDependencyResolver()
                    .resolveDependency(CheckPointer.class)
                    .forceCheckPoint(new SimpleTriggerInfo("load"));
        } catch (IOException failure) {
            throw StartFailures.of(home, failure);
        }
    }

    LocalReads reads(StatementListener listener) {
        return new LocalReads(this, graph, commits, listener);
    }

    /** The plans that the server keeps. */
    PlanCacheLimit plans() {
        return plans;
    }

    /** Whether it answers, and can go on: once it could not write, what it holds in memory is not to be trusted. */
    boolean isHealthy() {
        return health.hasNoPanic() && graph.isAvailable(0);
    }

    /** Fails with {@link GraphException.Broken} if it cannot go on. */
    void requireHealth() {
        if (!health.hasNoPanic()) {
            throw new GraphException.Broken(home.folder(), health.causeOfPanic());
        }
    }

    /** Runs work that changes the graph; fails with {@link GraphException.DiskFull} where that is why it fails or waits. */
    <T extends @Nullable Object> T changing(Supplier<T> work) {
        try {
            return work.get();
        } catch (GraphException failure) {
            throw disk.isFull() ? disk.full(failure) : failure;
        }
    }

    /** Does work that needs room, and may wait for it without end. */
    void watching(Runnable work) {
        disk.require(ROOM_FOR_CHANGES);
        disk.watch(
                () -> {
                    work.run();
                    return true;
                },
                done -> {});
    }

    /** Stops; on a full disk it ends as if killed, which the next start mends. */
    @Override
    public void close() {
        try {
            shutdown();
        } finally {
            folder.close();
        }
    }

    /** Stops, and removes the graph if it was new when it was started. */
    void discard() {
        try {
            shutdown();
        } finally {
            folder.discard();
        }
    }

    private void shutdown() {
        disk.watch(
                () -> {
                    server.shutdown();
                    return true;
                },
                stopped -> {});
    }

    static GraphDatabaseAPI graph(DatabaseManagementService server) {
        return (GraphDatabaseAPI) server.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
    }

    private static URI address(DatabaseManagementService server) {
        int port = graph(server)
                .getDependencyResolver()
                .resolveDependency(ConnectorPortRegister.class)
                .getLocalAddress(ConnectorType.BOLT)
                .getPort();
        return URI.create("bolt://127.0.0.1:" + port);
    }
}
