package fr.jalon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that lasts as long as the JVM. */
record PassingFolder(Path path) {

    static PassingFolder create() {
        try {
            return new PassingFolder(Files.createTempDirectory("jalon-test"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void deleteAtExitAfter(Runnable last) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            last.run();
            delete();
        }));
    }

    private void delete() {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
