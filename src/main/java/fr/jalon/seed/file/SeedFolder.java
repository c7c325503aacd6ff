package fr.jalon.seed.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the seed files, in a folder or inside the program, sorted by path. */
public final class SeedFolder {

    /** Name of the folder. */
    public static final String NAME = "graph-seed";

    /** Name of the JSON Schema in it that editors read. */
    public static final String SCHEMA = "seed.schema.json";

    private static final int ATTEMPTS = 50;

    private SeedFolder() {}

    /**
     * Files of a folder and of those in it, as they are before or after a {@link FolderChange}, never in its midst.
     *
     * @throws UncheckedIOException if the folder cannot be read, or its files never rest
     */
    public static List<SeedFile> files(Path folder) {
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                SortedMap<String, Found> before = found(folder);
                List<SeedFile> files = new ArrayList<>();
                for (Map.Entry<String, Found> each : before.entrySet()) {
                    byte[] bytes = Files.readAllBytes(each.getValue().path());
                    files.add(new SeedFile(each.getKey(), new String(bytes, StandardCharsets.UTF_8)));
                }
                if (found(folder).equals(before)) {
                    return List.copyOf(files);
                }
            } catch (NoSuchFileException e) {
                // Moved to its place while it was looked for, unless it is the folder that is missing.
                if (Files.notExists(folder)) {
                    throw new UncheckedIOException(e);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new UncheckedIOException(
                new FileSystemException(folder.toString(), null, "its files change while they are read"));
    }

    /** Where the text of a file is to be read, and what would tell that it is another file then. */
    private record Found(
            Path path,
            long size,
            FileTime changed,
            @Nullable Object key) {}

    private static SortedMap<String, Found> found(Path folder) throws IOException {
        SortedMap<String, Found> found = new TreeMap<>();
        List<Path> changed = new ArrayList<>();
        Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                if (!path.endsWith(ChangeJournal.HOME)) {
                    return FileVisitResult.CONTINUE;
                }
                changed.add(path.resolveSibling(""));
                return FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                if (path.toString().endsWith(".yaml") && attributes.isRegularFile()) {
                    found.put(inside(folder, path), found(path, attributes));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        for (Path each : changed) {
            addPending(folder, each, found);
        }
        Path whole = folder.toRealPath();
        for (Path each = whole.getParent(); each != null; each = each.getParent()) {
            addPending(whole, each, found);
        }
        return found;
    }

    /** Takes those files of a folder from the journal of a change, which may be one of a folder in it or around it. */
    private static void addPending(Path folder, Path changed, SortedMap<String, Found> found) throws IOException {
        for (Map.Entry<String, Path> each : new ChangeJournal(changed).pending().entrySet()) {
            Path target = changed.resolve(each.getKey());
            if (target.startsWith(folder)) {
                Path path = each.getValue();
                found.put(inside(folder, target), found(path, Files.readAttributes(path, BasicFileAttributes.class)));
            }
        }
    }

    private static String inside(Path folder, Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    private static Found found(Path path, BasicFileAttributes attributes) {
        return new Found(path, attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
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
}
