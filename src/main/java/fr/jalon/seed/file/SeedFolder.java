package fr.jalon.seed.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the seed files, in a folder or inside the program, sorted by path. */
public final class SeedFolder {

    /** Name of the folder. */
    public static final String NAME = "graph-seed";

    /** Name of the JSON Schema in it that editors read. */
    public static final String SCHEMA = "seed.schema.json";

    private SeedFolder() {}

    /** Files of a folder and of those in it; throws {@link UncheckedIOException} when it cannot be read. */
    public static List<SeedFile> files(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> path.toString().endsWith(".yaml"))
                    .map(path -> file(folder, path))
                    .sorted((a, b) -> a.path().compareTo(b.path()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files that come with the program. */
    public static List<SeedFile> packagedFiles() {
        URL anchor = SeedFolder.class.getResource("/" + NAME + "/" + SCHEMA);
        if (anchor == null) {
            throw new IllegalStateException("the program was built without " + NAME);
        }
        return filesBeside(anchor);
    }

    /** Files that lie beside another, in a jar or in a folder of classes. */
    static List<SeedFile> filesBeside(URL anchor) {
        try {
            if (!(anchor.openConnection() instanceof JarURLConnection inJar)) {
                return files(Path.of(anchor.toURI()).resolveSibling(""));
            }
            Path jar = Path.of(inJar.getJarFileURL().toURI());
            try (FileSystem opened = FileSystems.newFileSystem(jar)) {
                return files(opened.getPath("/" + inJar.getEntryName()).resolveSibling(""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SeedFile file(Path folder, Path path) {
        try {
            String inside = folder.relativize(path).toString().replace('\\', '/');
            return new SeedFile(inside, new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
