package fr.jalon.neo4j;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.ConnectionReadTimeoutException;
import org.neo4j.driver.exceptions.DiscoveryException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.neo4j.driver.exceptions.SecurityException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;

/** Tells the driver's failures apart, by the codes of https://neo4j.com/docs/status-codes/5/errors/all-errors/. */
record DriverFailures(String address, Duration connectionTimeout) {

    private static final Set<String> OUT_OF_MEMORY = Set.of(
            "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
            "Neo.TransientError.General.OutOfMemoryError",
            "Neo.TransientError.General.TransactionOutOfMemoryError",
            "Neo.ClientError.General.TransactionOutOfMemoryError",
            "Neo.DatabaseError.General.OutOfMemoryError");
    private static final Set<String> TIMED_OUT = Set.of(
            "Neo.ClientError.Transaction.TransactionTimedOut",
            "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
            "Neo.ClientError.Transaction.LockAcquisitionTimeout",
            "Neo.TransientError.Transaction.LockAcquisitionTimeout");
    private static final Set<String> UNAVAILABLE = Set.of(
            "Neo.TransientError.General.DatabaseUnavailable",
            "Neo.TransientError.Database.DatabaseUnavailable",
            "Neo.ClientError.Database.DatabaseNotFound");
    private static final String CONSTRAINT = "Neo.ClientError.Schema.ConstraintValidationFailed";

    /** Whether the same transaction may succeed when tried again; one that is too large never does. */
    static boolean isPassing(Neo4jException failure) {
        return failure instanceof RetryableException && !OUT_OF_MEMORY.contains(failure.code());
    }

    GraphException translate(Neo4jException failure) {
        String code = String.valueOf(failure.code());
        if (failure instanceof SecurityException) {
            return new GraphException.AuthenticationFailed(address, failure);
        }
        if (TIMED_OUT.contains(code) || failure instanceof ConnectionReadTimeoutException) {
            return new GraphException.TimedOut(failure);
        }
        if (isAbsence(failure) || UNAVAILABLE.contains(code)) {
            return new GraphException.Unreachable(address, failure);
        }
        if (OUT_OF_MEMORY.contains(code)) {
            return new GraphException.OutOfMemory(failure);
        }
        if (isStarvation(failure)) {
            return new GraphException.Busy(connectionTimeout, failure);
        }
        return code.equals(CONSTRAINT)
                ? new GraphException.ConstraintViolated(failure)
                : new GraphException.StatementFailed(failure);
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
