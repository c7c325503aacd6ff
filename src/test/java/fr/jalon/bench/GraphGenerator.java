package fr.jalon.bench;

import fr.jalon.TestGraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.io.ByteUnit;

/**
 * Makes a graph of any size that has the shape of the real one: the seed, and as many copies of its actions, and of all
 * that hangs on them, as it takes.
 *
 * <p>Run by {@code mvn -q -B -Dskip.web=true test-compile exec:exec@generate -Dactions=20009 -Dfolder=FOLDER}; with
 * {@code -Dresources=1000000} actions get more resources each than the real ones have.
 */
final class GraphGenerator {

    private GraphGenerator() {}

    /** Arguments: the folder, how many actions at least, and how many resources at least. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        if (Files.exists(folder)) {
            System.err.printf("-Dfolder=%s: it exists; expected a folder that is still to be made%n", folder);
            System.exit(2);
        }
        generate(folder, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        System.exit(0);
    }

    /** Makes a folder, wholly or not at all; the numbers are rounded up to whole copies. */
    static void generate(Path folder, int actions, int resources) {
        Instant start = Instant.now();
        try {
            Path parent = Files.createDirectories(folder.toAbsolutePath().getParent());
            Path unfinished = Files.createTempDirectory(parent, folder.getFileName() + ".unfinished");
            TestGraph.in(unfinished).close();
            multiply(unfinished, actions, resources);
            Files.move(unfinished, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.printf(
                "%s took %s s%n", folder, Duration.between(start, Instant.now()).toSeconds());
    }

    private static void multiply(Path folder, int actions, int resources) {
        DatabaseManagementService server = new DatabaseManagementServiceBuilder(folder.toAbsolutePath())
                .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.gibiBytes(1))
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                .setConfig(GraphDatabaseSettings.keep_logical_logs, "keep_none")
                .build();
        try {
            GraphDatabaseService graph = server.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
            GraphIndexes indexes = new GraphIndexes(graph);
            indexes.drop();
            copy(graph, actions, resources);
            indexes.create();
        } finally {
            server.shutdown();
        }
    }

    private static void copy(GraphDatabaseService graph, int actions, int resources) {
        // The template's nodes belong to this transaction, which therefore outlasts those of the copies.
        try (Transaction transaction = graph.beginTx()) {
            GraphTemplate template = GraphTemplate.read(transaction);
            int copies = upTo(actions, template.count("Action"));
            int resourceCopies = Math.max(copies, upTo(resources, template.count("Resource")));
            GraphCopier copier = new GraphCopier(graph, template);
            for (int number = 1; number < copies; number++) {
                copier.copy(number, share(resourceCopies, copies, number) - 1);
            }
            System.out.printf(
                    "%,d actions, %,d resources or more%n",
                    copies * template.count("Action"), resourceCopies * template.count("Resource"));
        }
    }

    private static int upTo(int wanted, int each) {
        return Math.max(1, (wanted + each - 1) / each);
    }

    /** What one of several gets when all is shared out. */
    private static int share(int all, int among, int number) {
        return all / among + (number <= all % among ? 1 : 0);
    }
}
