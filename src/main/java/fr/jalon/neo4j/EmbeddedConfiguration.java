package fr.jalon.neo4j;

import static java.util.Map.entry;

import java.time.Duration;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.connectors.HttpsConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.graphdb.config.Setting;
import org.neo4j.io.ByteUnit;

/** Settings of a small quiet server: Bolt on the loopback interface only, little memory, quick to start and stop. */
final class EmbeddedConfiguration {

    private static final long LOG_FILE = ByteUnit.mebiBytes(8);

    private static final Duration TIMEOUT_PRECISION = Duration.ofMillis(250);

    private EmbeddedConfiguration() {}

    static Map<Setting<?>, Object> of(GraphHome.Embedded home, GraphSettings settings) {
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
                entry(GraphDatabaseSettings.query_cache_size, PlanRoom.entries()),
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
}
