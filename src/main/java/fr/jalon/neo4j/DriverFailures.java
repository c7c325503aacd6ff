package fr.jalon.neo4j;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.ConnectionReadTimeoutException;
import org.neo4j.driver.exceptions.DiscoveryException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ProtocolException;
import org.neo4j.driver.exceptions.RetryableException;
import org.neo4j.driver.exceptions.SecurityException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;

/** Tells the driver's failures apart. */
record DriverFailures(String address, Duration connectionTimeout) {

    /** Whether the same transaction may succeed when tried again; one that is too large never does. */
    static boolean isPassing(Neo4jException failure) {
        return failure instanceof RetryableException && !FailureCodes.isOutOfMemory(failure.code());
    }

    GraphException translate(Neo4jException failure) {
        if (failure instanceof SecurityException) {
            return isOfNeo4j(failure)
                    ? new GraphException.AuthenticationFailed(address, failure)
                    : new GraphException.NoNeo4j(address, failure);
        }
        if (isForeign(failure)) {
            return new GraphException.NoNeo4j(address, failure);
        }
        if (isAbsence(failure) || FailureCodes.isUnavailable(failure.code())) {
            return new GraphException.Unreachable(address, failure);
        }
        return isStarvation(failure)
                ? new GraphException.Busy(connectionTimeout, failure)
                : FailureCodes.translate(failure.code(), failure);
    }

    /** Why what was waited for failed. */
    static RuntimeException cause(ExecutionException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    /** A server that refuses says so by a code; what fails on the way to it has none. */
    private static boolean isOfNeo4j(Neo4jException failure) {
        return String.valueOf(failure.code()).startsWith("Neo.");
    }

    /** What is answered is no Bolt, or none that this driver speaks. */
    private static boolean isForeign(Neo4jException failure) {
        return failure instanceof ProtocolException
                || (failure instanceof ClientException && !isOfNeo4j(failure) && !isStarvation(failure));
    }

    private static boolean isAbsence(Neo4jException failure) {
        return failure instanceof ServiceUnavailableException
                || failure instanceof ConnectionReadTimeoutException
                || failure instanceof SessionExpiredException
                || failure instanceof DiscoveryException;
    }

    // The driver has neither a type nor a code for a pool that stayed empty.
    private static boolean isStarvation(Neo4jException failure) {
        return failure instanceof ClientException && failure.getCause() instanceof TimeoutException;
    }
}
