package fr.jalon.neo4j;

import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.DatabaseShutdownException;
import org.neo4j.graphdb.QueryExecutionException;
import org.neo4j.kernel.api.exceptions.Status;

/** Tells the failures of a graph within this process apart, as {@link DriverFailures} does those of a server. */
final class LocalFailures {

    private LocalFailures() {}

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
