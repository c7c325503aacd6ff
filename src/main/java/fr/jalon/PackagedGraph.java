package fr.jalon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * The graph beside the jar, which was made at packaging and holds the seed already.
 *
 * <p>A first start copies it instead of loading the seed, which takes longer than all the rest. Whether it holds the
 * right seed is found out afterwards as for any graph, so an old copy does no harm.
 */
final class PackagedGraph {

    private static final String NAME = "graph";

    private PackagedGraph() {}

    /** Fills a folder that does not exist yet, wholly or not at all; nothing when it exists. */
    static void copyTo(Path folder) {
        Path packaged = besideJar();
        if (Files.exists(folder) || !Files.isDirectory(packaged) || isSame(packaged, folder)) {
            return;
        }
        try {
            Path parent = folder.toAbsolutePath().getParent();
            Files.createDirectories(parent);
            Path copy = Files.createTempDirectory(parent, "." + folder.getFileName());
            copy(packaged, copy);
            move(copy, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSame(Path packaged, Path folder) {
        return packaged.toAbsolutePath()
                .normalize()
                .equals(folder.toAbsolutePath().normalize());
    }

    private static Path besideJar() {
        try {
            return Path.of(PackagedGraph.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .resolveSibling(NAME);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    private static void move(Path copy, Path folder) throws IOException {
        try {
            Files.move(copy, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(copy, folder);
        }
    }
}
