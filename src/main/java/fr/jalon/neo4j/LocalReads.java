package fr.jalon.neo4j;

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
 * @param timeoutMillis after which a transaction is ended
 */
record LocalReads(GraphDatabaseAPI graph, StatementListener listener, long timeoutMillis) {

    <T extends @Nullable Object> T read(Function<Transaction, T> work) {
        try (InternalTransaction transaction = begin()) {
            T found = work.apply(new LocalTransaction(transaction, listener));
            transaction.commit();
            return found;
        } catch (RuntimeException failure) {
            throw LocalFailures.translate(failure);
        }
    }

    private InternalTransaction begin() {
        SecurityContext reader = SecurityContext.authDisabled(
                AccessMode.Static.READ, ClientConnectionInfo.EMBEDDED_CONNECTION, graph.databaseName());
        return graph.beginTransaction(
                KernelTransaction.Type.EXPLICIT,
                reader,
                ClientConnectionInfo.EMBEDDED_CONNECTION,
                timeoutMillis,
                TimeUnit.MILLISECONDS);
    }
}
