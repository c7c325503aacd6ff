package fr.jalon.seed.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;

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
                    folder.toString(), null, "a file in it was changed in the meantime; nothing was written: try again"));
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
}
