package fr.jalon.seed.delivery;

import fr.jalon.seed.file.SeedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replaces several files of a folder: all of them, or none. */
final class FileSwap {

    private static final Logger LOG = LoggerFactory.getLogger(FileSwap.class);

    private final Path folder;
    private final Deque<Step> back = new ArrayDeque<>();
    private final Deque<Path> passing = new ArrayDeque<>();

    /** Undoes what was done to one file. */
    private interface Step {
        void run() throws IOException;
    }

    private FileSwap(Path folder) {
        this.folder = folder;
    }

    /** Writes the files; throws {@link UncheckedIOException}, with every file as it was, when one cannot be written. */
    static void write(Path folder, List<SeedFile> files) {
        FileSwap swap = new FileSwap(folder);
        try {
            for (SeedFile file : files) {
                swap.draft(file);
            }
            for (SeedFile file : files) {
                swap.replace(folder.resolve(file.path()));
            }
        } catch (IOException e) {
            swap.goBack(e);
            throw new UncheckedIOException(e);
        } finally {
            swap.tidy();
        }
    }

    private void draft(SeedFile file) throws IOException {
        Path target = folder.resolve(file.path());
        Files.createDirectories(target.resolveSibling(""));
        passing.push(draft(target));
        Files.writeString(draft(target), file.text());
    }

    private void replace(Path target) throws IOException {
        if (Files.isDirectory(target)) {
            throw new FileSystemException(target.toString(), null, "a folder is in its place");
        }
        if (Files.exists(target)) {
            Path old = target.resolveSibling(target.getFileName() + ".old");
            passing.push(old);
            Files.copy(target, old, StandardCopyOption.REPLACE_EXISTING);
            back.push(() -> Files.move(old, target, StandardCopyOption.REPLACE_EXISTING));
        } else {
            back.push(() -> Files.deleteIfExists(target));
        }
        Files.move(draft(target), target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path draft(Path target) {
        return target.resolveSibling(target.getFileName() + ".new");
    }

    private void goBack(IOException reason) {
        while (!back.isEmpty()) {
            try {
                back.pop().run();
            } catch (IOException e) {
                // What was there before lies beside it then.
                passing.clear();
                reason.addSuppressed(e);
            }
        }
    }

    private void tidy() {
        for (Path path : passing) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                LOG.warn("{} is no longer needed and could not be deleted", path);
            }
        }
    }
}
