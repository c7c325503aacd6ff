package fr.jalon.neo4j;

import static java.util.Map.entry;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.connectors.HttpsConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.DatabaseStateService;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.config.Setting;
import org.neo4j.io.ByteUnit;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.logging.NullLogProvider;

/** Starts a small quiet server: Bolt on the loopback interface only, little memory, quick to start and stop. */
final class QuietServer {

    private static final long LOG_FILE = ByteUnit.mebiBytes(8);

    private static final long AVAILABLE_AFTER_SECONDS = 1;

    private static final Duration TIMEOUT_PRECISION = Duration.ofMillis(250);

    private QuietServer() {}

    static DatabaseManagementService start(GraphHome.Embedded home, GraphSettings settings) {
        TracelessErrors.install();
        DatabaseManagementService server = new DatabaseManagementServiceBuilder(home.folder())
                .setConfig(configuration(home, settings))
                .setUserLogProvider(NullLogProvider.getInstance())
                .build();
        GraphDatabaseAPI graph = EmbeddedServer.graph(server);
        // A graph whose files are damaged does not keep the server itself from starting.
        if (!graph.isAvailable(TimeUnit.SECONDS.toMillis(AVAILABLE_AFTER_SECONDS))) {
            Throwable cause = causeOfFailure(graph);
            server.shutdown();
            throw new IllegalStateException(cause);
        }
        return server;
    }

    private static @Nullable Throwable causeOfFailure(GraphDatabaseAPI graph) {
        return graph.getDependencyResolver()
                .resolveDependency(DatabaseStateService.class)
                .causeOfFailure(graph.databaseId())
                .orElse(null);
    }

    static Map<Setting<?>, Object> configuration(GraphHome.Embedded home, GraphSettings settings) {
        return Map.ofEntries(
                entry(BoltConnector.enabled, true),
                entry(BoltConnector.listen_address, new SocketAddress("127.0.0.1", home.boltPort())),
                entry(BoltConnector.thread_pool_min_size, 1),
                entry(BoltConnector.server_bolt_telemetry_enabled, false),
                entry(HttpConnector.enabled, false),
                entry(HttpsConnector.enabled, false),
                entry(GraphDatabaseSettings.auth_enabled, false),
                entry(GraphDatabaseSettings.udc_enabled, false),
                entry(GraphDatabaseSettings.log_queries, GraphDatabaseSettings.LogQueryLevel.OFF),
                entry(GraphDatabaseSettings.debug_log_enabled, false),
                entry(GraphDatabaseSettings.filewatcher_enabled, false),
                entry(GraphDatabaseSettings.pagecache_memory, home.pageCache()),
                entry(GraphDatabaseSettings.query_cache_size, PlanCacheLimit.entries()),
                entry(GraphDatabaseSettings.memory_transaction_max_size, settings.transactionMemory()),
                // Otherwise every log file takes 256 MiB of disk from the start.
                entry(GraphDatabaseSettings.preallocate_logical_logs, false),
                entry(GraphDatabaseSettings.logical_log_rotation_threshold, LOG_FILE),
                entry(GraphDatabaseSettings.keep_logical_logs, "keep_none"),
                entry(GraphDatabaseSettings.transaction_monitor_check_interval, TIMEOUT_PRECISION),
                entry(GraphDatabaseSettings.shutdown_transaction_end_timeout, Duration.ZERO),
                entry(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0),
                entry(GraphDatabaseInternalSettings.dump_diagnostics, false),
                entry(GraphDatabaseInternalSettings.vm_pause_monitor_enabled, false),
                entry(GraphDatabaseInternalSettings.data_collector_max_recent_query_count, 0));
    }

    /**
     * Standard error without the stack traces that the embedded server prints there, past every log, when it meets a full disk;
     * what comes of that is told by a {@link GraphException}.
     */
    private static final class TracelessErrors extends PrintStream {

        private static final StackWalker STACK = StackWalker.getInstance();
        private static final String SERVER = "org.neo4j.";

        private TracelessErrors(PrintStream all) {
            super(all, true, charset());
        }

        private static Charset charset() {
            String given = System.getProperty("stderr.encoding", System.getProperty("sun.stderr.encoding"));
            return given == null ? Charset.defaultCharset() : Charset.forName(given);
        }

        /** Keeps them out from here on. */
        static synchronized void install() {
            if (!(System.err instanceof TracelessErrors)) {
                System.setErr(new TracelessErrors(System.err));
            }
        }

        @Override
        public void println(Object line) {
            boolean own = STACK.walk(
                    frames -> frames.noneMatch(frame -> frame.getClassName().startsWith(SERVER)));
            if (own) {
                super.println(line);
            }
        }
    }
}
