package fr.jalon.neo4j;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.ConnectionReadTimeoutException;
import org.neo4j.driver.exceptions.DiscoveryException;
import org.neo4j.driver.exceptions.Neo4jException;
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
            return new GraphException.AuthenticationFailed(address, failure);
        }
        if (failure instanceof ConnectionReadTimeoutException) {
            return new GraphException.TimedOut(failure);
        }
        if (isAbsence(failure) || FailureCodes.isUnavailable(failure.code())) {
            return new GraphException.Unreachable(address, failure);
        }
        return isStarvation(failure)
                ? new GraphException.Busy(connectionTimeout, failure)
                : FailureCodes.translate(failure.code(), failure);
    }

    private static boolean isAbsence(Neo4jException failure) {
        return failure instanceof ServiceUnavailableException
                || failure instanceof SessionExpiredException
                || failure instanceof DiscoveryException;
    }

    // The driver has neither a type nor a code for a pool that stayed empty.
    private static boolean isStarvation(Neo4jException failure) {
        return failure instanceof ClientException && failure.getCause() instanceof TimeoutException;
    }
}
