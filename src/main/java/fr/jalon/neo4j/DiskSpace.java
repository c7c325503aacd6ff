package fr.jalon.neo4j;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The room on the disk of a folder.
 *
 * <p>A graph that meets a full disk while it opens or closes its files tries again without end, so who waits for it has
 * to look at the disk.
 */
record DiskSpace(Path folder) {

    private static final String PROBE = "jalon.room";
    private static final int PROBED = 64 << 10;
    private static final long LITTLE = 1L << 20;
    private static final long POLL_MILLIS = 250;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Fails with {@link GraphException.DiskFull} unless that many bytes are free. */
    void require(long bytes) {
        long free = free();
        if (free < bytes) {
            throw new GraphException.DiskFull(folder, free, bytes, null);
        }
    }

    /** Bytes that this user may still write there; all that there are where the file system does not tell. */
    long free() {
        Path existing = folder;
        while (existing.getParent() != null && Files.notExists(existing)) {
            existing = existing.getParent();
        }
        try {
            return Files.getFileStore(existing).getUsableSpace();
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }

    /** Whether the disk takes no more; only writing tells, as quotas and reserves are not seen in what is free. */
    boolean isFull() {
        return free() < LITTLE && writeFailure() != null;
    }

    GraphException.DiskFull full(@Nullable Throwable cause) {
        return new GraphException.DiskFull(folder, free(), LITTLE, cause);
    }

    /** Why a little file cannot be written into the folder; null when it can. */
    @Nullable
    IOException writeFailure() {
        Path probe = folder.resolve(PROBE);
        try {
            try (FileChannel channel = FileChannel.open(
                    probe, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
                ByteBuffer bytes = ByteBuffer.allocate(PROBED);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            return null;
        } catch (IOException failure) {
            return failure;
        }
    }

    /**
     * Does work that may wait for room without end; fails with {@link GraphException.DiskFull} when the disk has been full
     * for a while and the work is not done. What it makes after all goes to the one who undoes it.
     */
    <T> T watch(Supplier<T> work, Consumer<T> undo) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Thread worker = new Thread(() -> complete(done, work), "graph");
        worker.setDaemon(true);
        worker.start();
        try {
            return await(done);
        } catch (GraphException.DiskFull full) {
            var unused = done.thenAccept(undo);
            throw full;
        }
    }

    private static <T> void complete(CompletableFuture<T> done, Supplier<T> work) {
        try {
            done.complete(work.get());
        } catch (RuntimeException | Error failure) {
            done.completeExceptionally(failure);
        }
    }

    private <T> T await(CompletableFuture<T> done) {
        long fullSince = 0;
        while (true) {
            try {
                return done.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillAtWork) {
                long now = System.nanoTime();
                fullSince = !isFull() ? 0 : fullSince == 0 ? now : fullSince;
                if (fullSince != 0 && now - fullSince > PATIENCE.toNanos()) {
                    throw full(stillAtWork);
                }
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof RuntimeException failure
                        ? failure
                        : new IllegalStateException(failed.getCause());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new GraphException.Closed(interrupted);
            }
        }
    }
}
