package fr.jalon.neo4j;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.neo4j.kernel.api.exceptions.Status;
import org.neo4j.kernel.impl.coreapi.InternalTransaction;

/**
 * Ends transactions that read for too long. What it takes to plan a statement, once for all who ask it, is not reading: on
 * a slow machine the first plan after a start takes as long as a thousand reads; it has a bound of its own.
 */
final class ReadTimeouts implements AutoCloseable {

    /** All that the statements of one transaction may take to be planned. */
    static final Duration PLANNING = Duration.ofMinutes(2);

    private static final long PRECISION_MILLIS = 100;

    private final Set<Clock> running = ConcurrentHashMap.newKeySet();
    private final Thread sweeper = new Thread(this::sweep, "read-timeouts");

    ReadTimeouts() {
        sweeper.setDaemon(true);
        sweeper.start();
    }

    /** The clock of a transaction, to be closed before it. */
    Clock of(InternalTransaction transaction, Duration reading) {
        Clock clock = new Clock(transaction, reading);
        running.add(clock);
        return clock;
    }

    @Override
    public void close() {
        sweeper.interrupt();
    }

    /** What one transaction has left; its thread tells when it plans and when it reads. */
    final class Clock implements AutoCloseable {

        private final InternalTransaction transaction;
        private long reading;
        private long planning = PLANNING.toNanos();
        private boolean plans;
        private long since = System.nanoTime();
        private boolean open = true;

        private Clock(InternalTransaction transaction, Duration reading) {
            this.transaction = transaction;
            this.reading = reading.toNanos();
        }

        /** Tells that a statement is planned from now on. */
        synchronized void planning() {
            pass(true);
        }

        /** Tells that rows are read from now on. */
        synchronized void reading() {
            pass(false);
        }

        private void pass(boolean planned) {
            long now = System.nanoTime();
            if (plans) {
                planning -= now - since;
            } else {
                reading -= now - since;
            }
            since = now;
            plans = planned;
        }

        private synchronized void endIfLate() {
            pass(plans);
            if (open && (reading < 0 || planning < 0)) {
                open = false;
                transaction.terminate(Status.Transaction.TransactionTimedOut);
            }
        }

        /** From then on the transaction may be another's. */
        @Override
        public void close() {
            running.remove(this);
            synchronized (this) {
                open = false;
            }
        }
    }

    private void sweep() {
        try {
            while (true) {
                Thread.sleep(PRECISION_MILLIS);
                running.forEach(Clock::endIfLate);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
