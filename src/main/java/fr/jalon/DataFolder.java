package fr.jalon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The folder of an embedded graph, which goes again if it is new and nothing came of it.
 *
 * @param path where it is
 * @param isNew whether it was not there before
 */
record DataFolder(Path path, boolean isNew) {

    /** Finds out whether the folder is there before anyone makes it. */
    static DataFolder at(Path path) {
        return new DataFolder(path, Files.notExists(path));
    }

    /** Removes the folder with all that is in it, unless it was there before. */
    void removeIfNew() {
        if (!isNew || Files.notExists(path)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(path)) {
            for (Path each : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
