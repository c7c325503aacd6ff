package fr.jalon.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The file of classes as a JVM keeps them in memory, which {@code bin/jalon} gives to Java so that starting is quick.
 *
 * <p>Java drops an archive that was made by another build of itself, with another collector or from other jars, and
 * mostly says nothing.
 */
final class ClassArchive {

    private static final String PROPERTY = "jalon.archive";
    private static final Path MAPPED_FILES = Path.of("/proc/self/maps");

    private ClassArchive() {}

    /** A sentence for whoever starts the program, unless Java took the archive, none was meant or it cannot be known. */
    static Optional<String> complaint() {
        String archive = System.getProperty(PROPERTY);
        if (archive == null || !Files.isReadable(MAPPED_FILES) || isMapped(archive)) {
            return Optional.empty();
        }
        return Optional.of(
                "The class archive %s is not there or not one of this Java (%s), so starting takes longer; %s makes one"
                        .formatted(
                                archive,
                                System.getProperty("java.vm.version"),
                                Path.of(archive).resolveSibling("bin").resolve("jalon-archive")));
    }

    private static boolean isMapped(String archive) {
        try (Stream<String> files = Files.lines(MAPPED_FILES)) {
            return files.anyMatch(line -> line.endsWith(archive));
        } catch (IOException e) {
            return false;
        }
    }
}
