package fr.jalon.neo4j;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What can go wrong with the graph; each message is a sentence for the operator, without Cypher or class names. */
public abstract sealed class GraphException extends RuntimeException {

    private GraphException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Another process holds the embedded graph's folder. */
    public static final class FolderLocked extends GraphException {
        FolderLocked(Path folder, OptionalLong process, @Nullable Throwable cause) {
            super(
                    "Another process uses the graph in %s: stop %s, or choose another folder."
                            .formatted(folder, process.isPresent() ? "process " + process.getAsLong() : "it"),
                    cause);
        }
    }

    /** The disk of the embedded graph has no room left. */
    public static final class DiskFull extends GraphException {
        DiskFull(Path folder, long free, long needed, @Nullable Throwable cause) {
            super(
                    "The disk of %s is full, %d KiB are free and %d KiB are needed: make room and try again; nothing is lost."
                            .formatted(folder, free >> 10, needed >> 10),
                    cause);
        }
    }

    /** Another process listens on the embedded graph's port. */
    public static final class PortTaken extends GraphException {
        PortTaken(int port, Throwable cause) {
            super(
                    "Port %d on 127.0.0.1 is taken: choose another Bolt port, or 0 for any free one.".formatted(port),
                    cause);
        }
    }

    /** The embedded graph does not start, for a reason that its message tells. */
    public static final class StartFailed extends GraphException {
        StartFailed(Path folder, String reason, @Nullable Throwable cause) {
            super("The graph in %s does not start: %s.".formatted(folder, reason), cause);
        }
    }

    /** The graph was closed before or while it was asked. */
    public static final class Closed extends GraphException {
        Closed(Throwable cause) {
            super("The graph is closed: this server is stopping, ask again later.", cause);
        }
    }

    /** No server answers, or the graph on it is not available. */
    public static final class Unreachable extends GraphException {
        Unreachable(String address, Throwable cause) {
            super("The graph at %s does not answer: check the address and that it runs.".formatted(address), cause);
        }
    }

    /** The server refuses the user, or what the user wants to do. */
    public static final class AuthenticationFailed extends GraphException {
        AuthenticationFailed(String address, Throwable cause) {
            super("The graph at %s refuses the user: check name, password and rights.".formatted(address), cause);
        }
    }

    /** Every connection stayed in use. */
    public static final class Busy extends GraphException {
        Busy(Duration waited, Throwable cause) {
            super("The graph had no free connection for %d ms: try again later.".formatted(waited.toMillis()), cause);
        }
    }

    /** A transaction took longer than it may. */
    public static final class TimedOut extends GraphException {
        TimedOut(Throwable cause) {
            super("The graph took too long to answer: ask for less, or raise the timeout.", cause);
        }
    }

    /** A transaction wanted more memory than it may have. */
    public static final class OutOfMemory extends GraphException {
        OutOfMemory(Throwable cause) {
            super(
                    "The graph needs more memory for this than one request may take: ask for less, or raise"
                            + " --transaction-memory, which in a Neo4j elsewhere is db.memory.transaction.max.",
                    cause);
        }
    }

    /** A change would break a uniqueness constraint. */
    public static final class ConstraintViolated extends GraphException {
        ConstraintViolated(Throwable cause) {
            super("The graph holds one with this identity already: use another, or change that one.", cause);
        }
    }

    /** An index of the graph cannot be made ready. */
    public static final class IndexFailed extends GraphException {
        IndexFailed(String name) {
            super(
                    "The index %s of the graph cannot be made ready: drop it in the graph, and start again."
                            .formatted(name),
                    null);
        }
    }

    /** The graph refused a statement; a fault of the server, told by the cause. */
    public static final class StatementFailed extends GraphException {
        StatementFailed(Throwable cause) {
            super("The graph refused a statement: report this, with the server's log.", cause);
        }
    }
}
