package fr.jalon.neo4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of an embedded graph, held by this process from before its first file is made until its last is written.
 *
 * <p>It holds {@code data}, where the graph is, and {@link FolderLock#FILE}. A graph that is being made has a mark beside
 * it: who takes the folder and finds the mark removes what the process before left half made.
 */
final class GraphFolder implements AutoCloseable {

    static final String UNFINISHED = "jalon.unfinished";

    private static final String DATA = "data";

    /** What a graph takes while it is made, its logs included, in bytes. */
    private static final long ROOM_FOR_A_GRAPH = 16L << 20;

    private final Path path;
    private final FolderLock lock;
    private final Deque<Path> created;
    private final boolean isNew;

    private GraphFolder(Path path, FolderLock lock, Deque<Path> created, boolean isNew) {
        this.path = path;
        this.lock = lock;
        this.created = created;
        this.isNew = isNew;
    }

    /**
     * Takes the folder, making it when it is missing, and prepares it for a graph that is to be made: with a copy of the
     * template if there is one that nobody uses. Fails with a {@link GraphException}, and nothing changed.
     */
    static GraphFolder take(GraphHome.Embedded home) {
        Path path = home.folder();
        Deque<Path> created = new ArrayDeque<>();
        try {
            FolderLock lock = lock(path, created);
            GraphFolder folder = new GraphFolder(path, lock, created, isUnmade(path));
            folder.prepare(home);
            return folder;
        } catch (IOException failure) {
            removeEmpty(created);
            throw StartFailures.of(home, failure);
        }
    }

    private static FolderLock lock(Path path, Deque<Path> created) throws IOException {
        while (true) {
            make(path, created);
            FolderLock lock = FolderLock.take(path);
            if (lock != null) {
                return lock;
            }
        }
    }

    private static void make(Path path, Deque<Path> created) throws IOException {
        Path parent = path.getParent();
        if (Files.isDirectory(path) || parent == null) {
            return;
        }
        make(parent, created);
        if (OwnerOnlyFiles.makeFolder(path)) {
            created.push(path);
        }
    }

    /** Whether the folder holds no graph, or one that was never finished. */
    private static boolean isUnmade(Path path) {
        return Files.exists(path.resolve(UNFINISHED)) || Files.notExists(path.resolve(DATA));
    }

    private void prepare(GraphHome.Embedded home) {
        try {
            removeCopiesBeside();
            if (isNew) {
                make(home.template());
            }
        } catch (IOException | RuntimeException failure) {
            // What is removed may be what has filled the disk, so the cause is looked for before.
            GraphException failed = StartFailures.of(home, failure);
            discard();
            throw failed;
        }
    }

    private void make(@Nullable Path template) throws IOException {
        OwnerOnlyFiles.remove(path.resolve(DATA));
        Path copied = template != null && isFree(template) ? template.resolve(DATA) : null;
        new DiskSpace(path).require(ROOM_FOR_A_GRAPH + (copied == null ? 0 : OwnerOnlyFiles.size(copied)));
        if (isEmpty()) {
            OwnerOnlyFiles.shut(path);
        }
        mark();
        if (copied == null) {
            OwnerOnlyFiles.makeFolder(path.resolve(DATA));
        } else {
            OwnerOnlyFiles.copy(copied, path.resolve(DATA));
        }
    }

    private boolean isFree(Path template) {
        return Files.isDirectory(template.resolve(DATA))
                && Files.notExists(template.resolve(UNFINISHED))
                && !path.startsWith(template)
                && !FolderLock.isTaken(template);
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.allMatch(entry -> entry.endsWith(FolderLock.FILE) || entry.endsWith(UNFINISHED));
        }
    }

    /** Copies that earlier versions of the program made beside the folder, and left there when they were killed. */
    private void removeCopiesBeside() throws IOException {
        Path parent = path.getParent();
        Path name = path.getFileName();
        if (parent == null || name == null || !Files.isReadable(parent)) {
            return;
        }
        Pattern copy = Pattern.compile(Pattern.quote("." + name) + "\\d{15,20}");
        try (Stream<Path> beside = Files.list(parent)) {
            for (Path each : (Iterable<Path>) beside::iterator) {
                if (copy.matcher(String.valueOf(each.getFileName())).matches() && holdsOnlyData(each)) {
                    OwnerOnlyFiles.remove(each);
                }
            }
        }
    }

    private static boolean holdsOnlyData(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.allMatch(entry -> entry.endsWith(DATA));
        }
    }

    /** The graph is whole: no later start removes it. */
    void finish() throws IOException {
        Files.deleteIfExists(path.resolve(UNFINISHED));
    }

    /** Gives the folder back; if the graph is new, it goes, and so do the folders that were made for it. */
    void discard() {
        if (isNew) {
            removeGraph();
        }
        close();
        removeEmpty(created);
    }

    private void removeGraph() {
        try {
            mark();
        } catch (IOException full) {
            // Without the mark it goes as well, unless this process is killed meanwhile.
        }
        try {
            OwnerOnlyFiles.remove(path.resolve(DATA));
            finish();
            lock.removeFile();
        } catch (IOException notRemoved) {
            // What is marked as unfinished is removed by the next start.
        }
    }

    private void mark() throws IOException {
        OwnerOnlyFiles.open(path.resolve(UNFINISHED)).close();
    }

    private static void removeEmpty(Deque<Path> folders) {
        try {
            while (!folders.isEmpty()) {
                Files.deleteIfExists(folders.pop());
            }
        } catch (IOException inUse) {
            // Someone else has put something into it.
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            // The system lifts the lock when the process ends.
        }
    }
}
