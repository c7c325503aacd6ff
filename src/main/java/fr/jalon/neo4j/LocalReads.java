package fr.jalon.neo4j;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.DatabaseShutdownException;
import org.neo4j.graphdb.QueryExecutionException;
import org.neo4j.internal.kernel.api.connectioninfo.ClientConnectionInfo;
import org.neo4j.internal.kernel.api.security.AccessMode;
import org.neo4j.internal.kernel.api.security.SecurityContext;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.api.exceptions.Status;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;
import org.neo4j.kernel.internal.GraphDatabaseAPI;
import org.neo4j.storageengine.api.TransactionIdStore;

/** Reads a graph within this process where it stands, without the way over the wire and back. */
final class LocalReads implements AutoCloseable {

    private static final long PAUSE_NANOS = 20_000;

    private final EmbeddedServer server;
    private final GraphDatabaseAPI graph;
    private final TransactionIdStore commits;
    private final StatementListener listener;
    private final ReadTimeouts timeouts = new ReadTimeouts();

    /**
     * Reads of a graph.
     *
     * @param commits of that graph
     * @param listener hears of every statement
     */
    LocalReads(EmbeddedServer server, GraphDatabaseAPI graph, TransactionIdStore commits, StatementListener listener) {
        this.server = server;
        this.graph = graph;
        this.commits = commits;
        this.listener = listener;
    }

    /**
     * Does the work in one transaction, which is ended once it has read for that time, planning aside; fails with a
     * {@link GraphException}.
     */
    <T extends @Nullable Object> T read(Function<Transaction, T> work, Duration timeout) {
        server.requireHealth();
        try (InternalTransaction transaction = begin(timeout);
                ReadTimeouts.Clock clock = timeouts.of(transaction, timeout)) {
            awaitCommits(timeout);
            T found = work.apply(new LocalTransaction(transaction, clock, server.plans(), listener));
            transaction.commit();
            return found;
        } catch (RuntimeException failure) {
            server.requireHealth();
            throw server.translate(failure);
        } finally {
            server.plans().clearIfFull();
        }
    }

    @Override
    public void close() {
        timeouts.close();
    }

    /** A commit is told a moment before its changes are there for others; who reads now is to see them. */
    private void awaitCommits(Duration timeout) {
        long last = commits.getLastCommittedTransactionId();
        long deadline = System.nanoTime() + timeout.toNanos();
        while (commits.getLastClosedTransactionId() < last) {
            if (System.nanoTime() > deadline) {
                throw new GraphException.TimedOut(new TimeoutException("commit " + last));
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private InternalTransaction begin(Duration timeout) {
        SecurityContext reader = SecurityContext.authDisabled(
                AccessMode.Static.READ, ClientConnectionInfo.EMBEDDED_CONNECTION, graph.databaseName());
        return graph.beginTransaction(
                KernelTransaction.Type.EXPLICIT,
                reader,
                ClientConnectionInfo.EMBEDDED_CONNECTION,
                timeout.plus(ReadTimeouts.PLANNING).toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Tells the failures of a graph within this process apart, as {@link DriverFailures} does those of a server. */
    static RuntimeException translate(RuntimeException failure) {
        if (failure instanceof GraphException) {
            return failure;
        }
        if (failure instanceof DatabaseShutdownException) {
            return new GraphException.Closed(failure);
        }
        String code = code(failure);
        // A graph within this process is there until it is closed, which ends what is read.
        if (FailureCodes.isUnavailable(code)) {
            return new GraphException.Closed(failure);
        }
        return code == null ? failure : FailureCodes.translate(code, failure);
    }

    private static @Nullable String code(RuntimeException failure) {
        if (failure instanceof QueryExecutionException query) {
            return query.getStatusCode();
        }
        return failure instanceof Status.HasStatus known ? known.status().code().serialize() : null;
    }
}
