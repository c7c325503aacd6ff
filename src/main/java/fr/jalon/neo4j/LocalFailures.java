package fr.jalon.neo4j;

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
        if (failure instanceof QueryExecutionException query) {
            return FailureCodes.translate(query.getStatusCode(), query);
        }
        return failure instanceof Status.HasStatus known
                ? FailureCodes.translate(known.status().code().serialize(), failure)
                : failure;
    }
}
