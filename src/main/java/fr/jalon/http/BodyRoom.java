package fr.jalon.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bounds what large bodies that are being answered take of the heap, however many clients send them at once: whoever does
 * not fit in waits before it is read, for a while. Small bodies always fit.
 */
final class BodyRoom {

    private static final int SMALL = 16 << 10;
    private static final int KIBI = 1 << 10;

    /** A body becomes text, JSON values, a tree and parameters; one of nothing but brackets takes most. */
    private static final int TIMES = 16;

    /** A quarter of the heap. */
    private static final int ROOM = (int) (Runtime.getRuntime().maxMemory() / 4 / KIBI);

    private final Semaphore room = new Semaphore(ROOM, true);
    private final PostBody bodies;
    private final Duration patience;

    BodyRoom(PostBody bodies, Duration patience) {
        this.bodies = bodies;
        this.patience = patience;
    }

    /** What is done with a request. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    /**
     * Does the work once there is room for the body of the request.
     *
     * @throws HttpFailure 503 if there is none in time
     */
    void within(Context context, Work work) throws IOException {
        int taken = share(context.req().getContentLengthLong());
        if (!take(taken)) {
            bodies.pass(context);
            throw HttpFailure.busy("Too many large requests are being answered; try again in a moment", patience);
        }
        try {
            work.run();
        } finally {
            room.release(taken);
        }
    }

    private boolean take(int share) {
        try {
            return share == 0 || room.tryAcquire(share, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private int share(long length) {
        // A larger one is refused unread, and one of unknown length may be as large as any.
        long read = length < 0 ? bodies.mostBytes() : length > bodies.mostBytes() ? 0 : length;
        return read <= SMALL ? 0 : (int) Math.min(ROOM, read * TIMES / KIBI);
    }
}
