package fr.jalon.seed.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of the seed files of a folder, by one process at a time: all of it or nothing, even if the process is killed. */
public final class FolderChange implements AutoCloseable {

    private final Path folder;
    private final ChangeJournal journal;
    private final ChangeLock lock;

    private FolderChange(Path folder, ChangeJournal journal, ChangeLock lock) {
        this.folder = folder;
        this.journal = journal;
        this.lock = lock;
    }

    /**
     * Keeps all others from changing the folder, and completes a change that was cut off before.
     *
     * @throws UncheckedIOException if somebody else changes it, who is named, or it cannot be written
     */
    public static FolderChange begin(Path folder) {
        ChangeJournal journal = new ChangeJournal(folder);
        try {
            FolderChange change = new FolderChange(folder, journal, lock(folder, journal));
            try {
                journal.complete();
                return change;
            } catch (IOException e) {
                change.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChangeLock lock(Path folder, ChangeJournal journal) throws IOException {
        try {
            return ChangeLock.take(journal.home(), folder);
        } catch (AccessDeniedException e) {
            throw new FileSystemException(folder.toString(), null, "its permissions do not allow to write in it");
        } catch (IOException e) {
            journal.leave();
            throw journal.named(e, 1);
        }
    }

    /**
     * Writes files, all or none.
     *
     * @param before all files of the folder as they were when the change was made up
     * @param files those to write, with permissions as before where they are there already
     * @throws UncheckedIOException with every file as it was, if one cannot be written or the folder is not as it was before
     */
    public void write(List<SeedFile> before, List<SeedFile> files) {
        if (!SeedFolder.files(folder).equals(before)) {
            throw new UncheckedIOException(new FileSystemException(
                    folder.toString(),
                    null,
                    "a file in it was changed in the meantime; nothing was written: try again"));
        }
        try {
            journal.write(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets others change the folder again. */
    @Override
    public void close() {
        try {
            lock.close();
            journal.leave();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets one process at a time change a folder; the system takes the lock away from one that is killed. */
    private static final class ChangeLock implements Closeable {

        private static final int ATTEMPTS = 10;

        private final Path file;
        private final FileChannel channel;

        private ChangeLock(Path file, FileChannel channel) {
            this.file = file;
            this.channel = channel;
        }

        /** Takes the lock in a folder, which is made; throws {@link FileSystemException} that says who has it. */
        static ChangeLock take(Path home, Path changed) throws IOException {
            Path file = home.resolve("lock");
            for (int i = 0; i < ATTEMPTS; i++) {
                ChangeLock lock = attempt(home, file, changed);
                if (lock != null) {
                    return lock;
                }
            }
            throw held(changed, file);
        }

        /** Nothing where the holder before deleted the file or the folder in the meantime. */
        private static @Nullable ChangeLock attempt(Path home, Path file, Path changed) throws IOException {
            FileChannel channel = null;
            try {
                Files.createDirectories(home);
                channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                if (!isLocked(channel)) {
                    channel.close();
                    throw held(changed, file);
                }
                ChangeLock lock = new ChangeLock(file, channel);
                if (lock.isSigned()) {
                    return lock;
                }
            } catch (NoSuchFileException e) {
                close(channel);
                return null;
            }
            close(channel);
            return null;
        }

        /** Writes who has the lock, unless the file is deleted by now; takes it back when the disk has no room for that. */
        private boolean isSigned() throws IOException {
            String holder = holder();
            try {
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
                return Files.readString(file).equals(holder);
            } catch (NoSuchFileException e) {
                throw e;
            } catch (IOException e) {
                close();
                throw e;
            }
        }

        private static boolean isLocked(FileChannel channel) throws IOException {
            try {
                FileLock lock = channel.tryLock();
                return lock != null;
            } catch (OverlappingFileLockException e) {
                return false;
            }
        }

        private static void close(@Nullable FileChannel channel) throws IOException {
            if (channel != null) {
                channel.close();
            }
        }

        private static String holder() {
            return "process %s on %s, since %s\n%s"
                    .formatted(
                            ProcessHandle.current().pid(),
                            host(),
                            Instant.now().truncatedTo(ChronoUnit.SECONDS),
                            UUID.randomUUID());
        }

        private static String host() {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException e) {
                return "this machine";
            }
        }

        private static FileSystemException held(Path changed, Path file) {
            String holder = "another process";
            try {
                holder = Files.readString(file).lines().findFirst().orElse(holder);
            } catch (IOException e) {
                // Who has it may be done by now, or keep it from being read.
            }
            return new FileSystemException(
                    changed.toString(),
                    null,
                    "another import changes it: %s; try again when it is done".formatted(holder));
        }

        /** Gives the lock back and deletes its file first, while nobody else can have it. */
        @Override
        public void close() throws IOException {
            try {
                Files.deleteIfExists(file);
            } finally {
                channel.close();
            }
        }
    }
}
