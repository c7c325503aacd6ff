package fr.jalon.command;

import fr.jalon.neo4j.GraphHome;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.neo4j.StatementListener;
import fr.jalon.seed.Seed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** A graph of a seed among the system's temporary files, which goes with the command, also when that is interrupted. */
final class TemporaryGraph implements AutoCloseable {

    private final Path folder;
    private final CompletableFuture<OpenGraph> opening = new CompletableFuture<>();
    private final Thread hook = new Thread(this::end, "temporary graph");
    private boolean ended;

    private TemporaryGraph(Path folder) {
        this.folder = folder;
    }

    /** One with the port and the memory of another. */
    static TemporaryGraph of(Seed seed, GraphHome.Embedded like, GraphSettings settings) {
        TemporaryGraph graph = new TemporaryGraph(newFolder());
        Runtime.getRuntime().addShutdownHook(graph.hook);
        try {
            graph.open(like, settings).loadIfChanged(seed);
            return graph;
        } catch (RuntimeException | Error e) {
            graph.close();
            throw e;
        }
    }

    OpenGraph graph() {
        return opening.join();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // The hook runs already; what it began is waited for below.
        }
        end();
    }

    private OpenGraph open(GraphHome.Embedded like, GraphSettings settings) {
        try {
            GraphHome home = new GraphHome.Embedded(folder.resolve("graph"), like.boltPort(), like.pageCache());
            opening.complete(OpenGraph.open(home, settings, StatementListener.silent()));
        } catch (RuntimeException | Error e) {
            opening.completeExceptionally(e);
            throw e;
        }
        return opening.join();
    }

    /** Whoever interrupts the start of the graph waits for its end: what is removed under it would come back. */
    private synchronized void end() {
        if (ended) {
            return;
        }
        ended = true;
        try {
            opening.join().discard();
        } catch (CompletionException neverOpened) {
            // There is nothing but the folder.
        }
        remove();
    }

    private void remove() {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path each : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("jalon-graph");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
