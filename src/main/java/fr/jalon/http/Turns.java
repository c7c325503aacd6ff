package fr.jalon.http;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Lets few operations work at a time, in the order they came, so that none takes the cores from those that nearly are
 * done; one that takes long works on, but leaves its turn to the one that waits longest.
 */
final class Turns {

    private final Semaphore free;
    private final long shortest;
    private final Queue<Turn> taken = new ConcurrentLinkedQueue<>();

    /**
     * So many turns.
     *
     * @param shortest how long a turn lasts at least while others wait
     */
    Turns(int atOnce, Duration shortest) {
        this.free = new Semaphore(atOnce, true);
        this.shortest = shortest.toNanos();
    }

    /** Does the work once it is its turn. */
    <T> T work(Supplier<T> work) throws InterruptedException {
        Turn turn = take();
        try {
            return work.get();
        } finally {
            if (turn.ends()) {
                free.release();
            }
        }
    }

    private Turn take() throws InterruptedException {
        boolean mine = false;
        while (!mine && !free.tryAcquire(shortest, TimeUnit.NANOSECONDS)) {
            Turn oldest = taken.peek();
            mine = oldest != null && oldest.isLong() && oldest.ends();
        }
        Turn turn = new Turn();
        taken.add(turn);
        return turn;
    }

    private final class Turn {

        private final long start = System.nanoTime();
        private final AtomicBoolean ended = new AtomicBoolean();

        boolean isLong() {
            return System.nanoTime() - start >= shortest;
        }

        /** Ends it; false where another operation has it by now. */
        boolean ends() {
            taken.remove(this);
            return ended.compareAndSet(false, true);
        }
    }
}
