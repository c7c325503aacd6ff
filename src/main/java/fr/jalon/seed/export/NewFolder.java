package fr.jalon.seed.export;

import fr.jalon.seed.file.SeedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** A folder that is empty or not there yet, and is filled wholly or not at all. */
final class NewFolder {

    private final Path folder;
    private final Deque<Path> made = new ArrayDeque<>();

    NewFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Whether nothing is there; a folder that cannot be looked into counts as filled. */
    boolean isFree() {
        if (!Files.isDirectory(folder)) {
            return Files.notExists(folder);
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /** Writes the files to a folder of another name first; throws {@link UncheckedIOException}. */
    void write(List<SeedFile> files) {
        boolean there = Files.isDirectory(folder);
        // One that is there may be where somebody works or where a disk is mounted, so it is not replaced.
        Path home = there ? folder : folder.resolveSibling("");
        try {
            Files.createDirectories(home);
            Path draft = home.resolve(".%s-%s"
                    .formatted(folder.getFileName(), ProcessHandle.current().pid()));
            made.push(Files.createDirectory(draft));
            fill(draft, files);
            if (there) {
                moveOut(draft);
            } else {
                Files.move(draft, folder);
            }
        } catch (IOException e) {
            undo(e);
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Path draft, List<SeedFile> files) throws IOException {
        for (SeedFile each : files) {
            Path target = draft.resolve(each.path());
            Files.createDirectories(target.resolveSibling(""));
            Files.writeString(target, each.text());
        }
    }

    private void moveOut(Path draft) throws IOException {
        try (Stream<Path> inside = Files.list(draft)) {
            for (Path each : inside.toList()) {
                made.push(Files.move(each, folder.resolve(each.getFileName())));
            }
        }
        Files.delete(draft);
    }

    private void undo(IOException failure) {
        for (Path each : made) {
            try (Stream<Path> paths = Files.walk(each)) {
                for (Path path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
                    Files.delete(path);
                }
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
    }
}
