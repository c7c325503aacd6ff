package fr.jalon.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder of a few seed files that are right. */
final class SmallSeed {

    private static final Path CASES = Path.of("src/test/resources/seed");

    private SmallSeed() {}

    static Path copyTo(Path folder) throws IOException {
        for (String part : new String[] {"base", "good"}) {
            Files.createDirectories(folder.resolve(part));
            try (Stream<Path> files = Files.list(CASES.resolve(part))) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Files.copy(file, folder.resolve(part).resolve(file.getFileName()));
                }
            }
        }
        return folder;
    }
}
