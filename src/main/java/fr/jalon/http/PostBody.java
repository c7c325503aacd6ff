package fr.jalon.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads bodies that clients post.
 *
 * @param mostBytes the largest it reads
 * @param longest how long a client may take to send one
 */
record PostBody(int mostBytes, Duration longest) {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** A body stands in memory several times: as bytes, as text and as values. */
    private static final int SHARE_OF_MEMORY = 8;

    private static final long MOST_DRAINED = 16L << 20;
    private static final int PIECE = 8192;

    /** Reads bodies up to that size, as far as the memory of the program allows, that come within a minute. */
    static PostBody upTo(int bytes) {
        return new PostBody((int) Math.min(bytes, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY), PATIENCE);
    }

    /**
     * The body of a request.
     *
     * @throws HttpFailure 415 if it is not plain JSON in UTF-8 by its headers, 413 if it is too large, 408 if it takes too
     *     long to come, 400 if it does not come as its headers and its chunks say
     */
    byte[] of(Context context) {
        check(context);
        try {
            return read(context);
        } catch (IOException | RuntimeException e) {
            // The container tells what it finds wrong with the framing of a body by exceptions of several kinds.
            throw e instanceof HttpFailure failure ? failure : broken(e);
        }
    }

    private static void check(Context context) {
        String given = HeaderList.joined(context, "Content-Type");
        List<HeaderList.Item> types = HeaderList.parse(given == null ? "" : given).items().stream()
                .distinct()
                .toList();
        if (types.size() > 1) {
            throw HttpFailure.badRequest(
                    "Content-Type is %s; expected one media type, application/json".formatted(given));
        }
        boolean json = types.size() == 1
                && types.get(0).value().equals("application/json")
                && (types.get(0).charset() == null || types.get(0).charset().equals("utf-8"));
        if (!json) {
            throw HttpFailure.refused(
                    415,
                    "Content-Type is %s; expected application/json in UTF-8"
                            .formatted(given == null ? "missing" : given));
        }
        requireOnly(context, "Transfer-Encoding", "chunked", 501);
        requireOnly(context, "Content-Encoding", "identity", 415);
    }

    /** A body that is coded is refused before anybody takes it for what it is not. */
    private static void requireOnly(Context context, String header, String coding, int status) {
        boolean plain = HeaderList.of(context, header).items().stream()
                .allMatch(each -> each.value().equals(coding));
        if (!plain) {
            throw HttpFailure.refused(
                    status, "%s is %s; expected a body as it is".formatted(header, HeaderList.joined(context, header)));
        }
    }

    /** Reads one byte more than there may be, since only that finds the end; a length may be missing or wrong. */
    private byte[] read(Context context) throws IOException {
        InputStream sent = context.req().getInputStream();
        long deadline = System.nanoTime() + longest.toNanos();
        if (context.req().getContentLengthLong() <= mostBytes) {
            byte[] body = read(sent, deadline);
            if (body.length <= mostBytes) {
                return body;
            }
        }
        drain(sent, deadline);
        throw HttpFailure.refused(413, "The body is larger than %s bytes".formatted(mostBytes));
    }

    private byte[] read(InputStream sent, long deadline) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(PIECE);
        byte[] piece = new byte[PIECE];
        int read = 0;
        while (read >= 0 && body.size() <= mostBytes) {
            body.write(piece, 0, read);
            read = sent.read(piece, 0, (int) Math.min(PIECE, 1L + mostBytes - body.size()));
            requireBefore(deadline);
        }
        return body.toByteArray();
    }

    /** Lets a body pass unread. */
    void pass(Context context) throws IOException {
        drain(context.req().getInputStream(), System.nanoTime() + longest.toNanos());
    }

    /** Lets a client finish what it sends, for one that is cut off in the middle does not get to read why. */
    private static void drain(InputStream sent, long deadline) throws IOException {
        byte[] passing = new byte[PIECE];
        int read = 0;
        for (long left = MOST_DRAINED; left > 0 && read >= 0; left -= read) {
            read = sent.read(passing);
            requireBefore(deadline);
        }
    }

    private static void requireBefore(long deadline) throws IOException {
        if (System.nanoTime() - deadline > 0) {
            throw new InterruptedIOException("the client sends too slowly");
        }
    }

    private HttpFailure broken(Exception e) {
        if (e instanceof InterruptedIOException || e.getCause() instanceof TimeoutException) {
            return HttpFailure.refused(
                    408,
                    "The body took too long to come; expected all of it within %s s".formatted(longest.toSeconds()));
        }
        return HttpFailure.badRequest(
                "The body does not come as HTTP/1.1 says; expected as many bytes as Content-Length"
                        + " tells, or chunks that each begin with their size in hexadecimal, and an end");
    }

    /**
     * Bounds what large bodies that are being answered take of the heap, however many clients send them at once: whoever does
     * not fit in waits before it is read, for a while. Small bodies always fit.
     */
    static final class BodyRoom {

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
}
