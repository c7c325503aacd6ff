package fr.jalon.neo4j;

import java.time.Duration;

/**
 * The limits under which the graph is used.
 *
 * @param readTimeout after which a reading transaction is ended
 * @param writeTimeout after which a writing transaction is ended
 * @param retryFor how long a transaction that met a passing failure is tried again
 * @param connections most transactions at once
 * @param connectionTimeout how long to wait for one of the connections, and for a graph that was killed or hangs
 * @param transactionMemory bytes one transaction may hold in an embedded graph; a server has its own limit
 */
public record GraphSettings(
        Duration readTimeout,
        Duration writeTimeout,
        Duration retryFor,
        int connections,
        Duration connectionTimeout,
        long transactionMemory) {

    private static final long SMALLEST_TRANSACTION_MEMORY = 1L << 20;

    /** Refuses, as {@link IllegalArgumentException}, what leaves no room for any transaction. */
    public GraphSettings {
        if (connections < 1 || transactionMemory < SMALLEST_TRANSACTION_MEMORY) {
            throw new IllegalArgumentException("a graph needs one connection and 1 MiB a transaction at least");
        }
    }

    /** Limits for a small server: 10 s a read, two minutes a write, half of the heap a transaction. */
    public static GraphSettings defaults() {
        return new GraphSettings(
                Duration.ofSeconds(10),
                Duration.ofMinutes(2),
                Duration.ofSeconds(5),
                32,
                Duration.ofSeconds(5),
                Runtime.getRuntime().maxMemory() / 2);
    }

    /** The same limits with another timeout for reads. */
    public GraphSettings withReadTimeout(Duration timeout) {
        return new GraphSettings(timeout, writeTimeout, retryFor, connections, connectionTimeout, transactionMemory);
    }

    /** The same limits with more or less patience with a graph that does not answer. */
    public GraphSettings withConnectionTimeout(Duration timeout) {
        return new GraphSettings(readTimeout, writeTimeout, retryFor, connections, timeout, transactionMemory);
    }

    /** The same limits with another memory bound, in bytes. */
    public GraphSettings withTransactionMemory(long bytes) {
        return new GraphSettings(readTimeout, writeTimeout, retryFor, connections, connectionTimeout, bytes);
    }
}
