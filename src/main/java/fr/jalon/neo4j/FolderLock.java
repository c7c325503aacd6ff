package fr.jalon.neo4j;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A folder taken by one process: the lock of a file in it, which the system lifts when that process ends, however it ends.
 *
 * <p>The file stays when the lock is lifted, and names the process that had it last.
 */
final class FolderLock implements AutoCloseable {

    static final String FILE = "jalon.lock";

    /** As wide as any number of a process, so that a new one overwrites the old one without more room on the disk. */
    private static final String TEXT = "%-20s %s\n";

    // The system knows processes only, and lifts their locks when any of their channels on the file is closed.
    private static final Set<Path> TAKEN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;
    private final FileChannel verified;

    private FolderLock(Path folder, FileChannel channel, FileChannel verified) {
        this.folder = folder;
        this.channel = channel;
        this.verified = verified;
    }

    /** Takes a folder that exists; null when it went away meanwhile. Fails when another process has it. */
    static @Nullable FolderLock take(Path folder) throws IOException {
        if (!TAKEN.add(folder)) {
            throw new GraphException.FolderLocked(
                    folder, OptionalLong.of(ProcessHandle.current().pid()), null);
        }
        FolderLock lock = null;
        try {
            lock = open(folder);
            return lock;
        } finally {
            if (lock == null) {
                TAKEN.remove(folder);
            }
        }
    }

    private static @Nullable FolderLock open(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        FileChannel channel;
        try {
            channel = OwnerOnlyFiles.open(file);
        } catch (NoSuchFileException e) {
            return null;
        }
        FileChannel verified = null;
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new GraphException.FolderLocked(folder, holder(file), null);
            }
            verified = verified(file, channel);
            return verified == null ? null : new FolderLock(folder, channel, verified);
        } finally {
            if (verified == null) {
                channel.close();
            }
        }
    }

    /**
     * Another channel on the file, which proves that the one that is locked still has its name: its last holder may have
     * removed it between the opening and the locking.
     */
    private static @Nullable FileChannel verified(Path file, FileChannel locked) throws IOException {
        String text = TEXT.formatted(ProcessHandle.current().pid(), UUID.randomUUID());
        write(text, file, locked);
        FileChannel named;
        try {
            named = FileChannel.open(file, StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            return null;
        }
        ByteBuffer found = ByteBuffer.allocate(text.length());
        named.read(found, 0);
        if (StandardCharsets.US_ASCII.decode(found.flip()).toString().equals(text)) {
            return named;
        }
        named.close();
        return null;
    }

    private static void write(String text, Path file, FileChannel locked) throws IOException {
        try {
            locked.write(StandardCharsets.US_ASCII.encode(text), 0);
        } catch (IOException full) {
            if (locked.size() < text.length()) {
                Files.deleteIfExists(file);
            }
            throw full;
        }
    }

    private static OptionalLong holder(Path file) {
        try {
            String number =
                    Files.readString(file, StandardCharsets.US_ASCII).strip().split(" ", 2)[0];
            return OptionalLong.of(Long.parseLong(number));
        } catch (IOException | NumberFormatException unknown) {
            return OptionalLong.empty();
        }
    }

    /** Whether a process has this folder; one that cannot be locked at all is free. */
    static boolean isTaken(Path folder) {
        if (TAKEN.contains(folder)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(folder.resolve(FILE), StandardOpenOption.READ);
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        } catch (IOException noLock) {
            return false;
        }
    }

    /** Removes the file; only who has the lock may. */
    void removeFile() throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    @Override
    public void close() throws IOException {
        try (channel;
                verified) {
            TAKEN.remove(folder);
        }
    }
}
