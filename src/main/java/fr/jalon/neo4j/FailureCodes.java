package fr.jalon.neo4j;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells failures apart by the codes of https://neo4j.com/docs/status-codes/5/errors/all-errors/. */
final class FailureCodes {

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
            "Neo.TransientError.Transaction.Terminated",
            "Neo.DatabaseError.Transaction.TransactionStartFailed",
            "Neo.ClientError.Database.DatabaseNotFound");
    private static final String CONSTRAINT = "Neo.ClientError.Schema.ConstraintValidationFailed";

    private FailureCodes() {}

    static boolean isOutOfMemory(@Nullable String code) {
        return code != null && OUT_OF_MEMORY.contains(code);
    }

    static boolean isUnavailable(@Nullable String code) {
        return code != null && UNAVAILABLE.contains(code);
    }

    static GraphException translate(@Nullable String code, Throwable failure) {
        if (code != null && TIMED_OUT.contains(code)) {
            return new GraphException.TimedOut(failure);
        }
        if (isOutOfMemory(code)) {
            return new GraphException.OutOfMemory(failure);
        }
        return CONSTRAINT.equals(code)
                ? new GraphException.ConstraintViolated(failure)
                : new GraphException.StatementFailed(failure);
    }
}
