package fr.jalon.neo4j;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.internal.kernel.api.connectioninfo.ClientConnectionInfo;
import org.neo4j.internal.kernel.api.security.AccessMode;
import org.neo4j.internal.kernel.api.security.SecurityContext;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * Reads a graph within this process where it stands, without the way over the wire and back.
 *
 * @param graph that is read
 * @param listener hears of every statement
 */
record LocalReads(GraphDatabaseAPI graph, StatementListener listener) {

    /** Does the work in one transaction, which is ended after that time; fails with a {@link GraphException}. */
    <T extends @Nullable Object> T read(Function<Transaction, T> work, Duration timeout) {
        try (InternalTransaction transaction = begin(timeout)) {
            T found = work.apply(new LocalTransaction(transaction, listener));
            transaction.commit();
            return found;
        } catch (RuntimeException failure) {
            throw LocalFailures.translate(failure);
        }
    }

    private InternalTransaction begin(Duration timeout) {
        SecurityContext reader = SecurityContext.authDisabled(
                AccessMode.Static.READ, ClientConnectionInfo.EMBEDDED_CONNECTION, graph.databaseName());
        return graph.beginTransaction(
                KernelTransaction.Type.EXPLICIT,
                reader,
                ClientConnectionInfo.EMBEDDED_CONNECTION,
                timeout.toMillis(),
                TimeUnit.MILLISECONDS);
    }
}
