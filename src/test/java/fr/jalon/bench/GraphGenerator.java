package fr.jalon.bench;

import fr.jalon.TestGraph;
import fr.jalon.cypher.CypherStatement;
import fr.jalon.cypher.IndexStatements;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.schema.ConstraintDefinition;
import org.neo4j.graphdb.schema.IndexDefinition;
import org.neo4j.graphdb.schema.IndexType;
import org.neo4j.io.ByteUnit;

/**
 * Makes a graph of any size that has the shape of the real one: the seed, and as many copies of its actions, and of all
 * that hangs on them, as it takes.
 *
 * <p>Run by {@code mvn -q -B -Dskip.web=true test-compile exec:exec@generate -Dactions=20009 -Dfolder=FOLDER}.
 */
final class GraphGenerator {

    private static final int INDEXES_MINUTES = 30;
    private static final long MILLION = 1_000_000_000L;

    private GraphGenerator() {}

    /** Arguments: the folder, how many actions at least, and how many resources at least. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        if (Files.exists(folder)) {
            System.err.printf("%s exists already; expected a folder that does not%n", folder);
            System.exit(2);
        }
        generate(folder, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        System.exit(0);
    }

    /** Fills a new folder; the numbers are rounded up to whole copies. */
    static void generate(Path folder, int actions, int resources) {
        TestGraph.in(folder).close();
        long start = System.nanoTime();
        DatabaseManagementService server = new DatabaseManagementServiceBuilder(folder.toAbsolutePath())
                .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.gibiBytes(1))
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                .setConfig(GraphDatabaseSettings.keep_logical_logs, "keep_none")
                .build();
        try {
            GraphDatabaseService graph = server.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
            dropIndexes(graph);
            copies(graph, actions, resources);
            System.out.printf("%s copied in %d s%n", folder, (System.nanoTime() - start) / MILLION);
            for (CypherStatement each : IndexStatements.of(TestGraph.CONTRACT)) {
                graph.executeTransactionally(each.text());
                System.out.printf("%s %d s%n", each.text(), (System.nanoTime() - start) / MILLION);
            }
            try (Transaction transaction = graph.beginTx()) {
                transaction.schema().awaitIndexesOnline(INDEXES_MINUTES, TimeUnit.MINUTES);
                transaction.execute("CALL db.prepareForReplanning()").close();
            }
        } finally {
            server.shutdown();
        }
        System.out.printf("%s made in %d s%n", folder, (System.nanoTime() - start) / MILLION);
    }

    private static void dropIndexes(GraphDatabaseService graph) {
        try (Transaction transaction = graph.beginTx()) {
            transaction.schema().getConstraints().forEach(ConstraintDefinition::drop);
            for (IndexDefinition index : transaction.schema().getIndexes()) {
                if (index.getIndexType() != IndexType.LOOKUP && !index.isConstraintIndex()) {
                    index.drop();
                }
            }
            transaction.commit();
        }
    }

    private static void copies(GraphDatabaseService graph, int actions, int resources) {
        GraphTemplate template;
        try (Transaction transaction = graph.beginTx()) {
            template = GraphTemplate.read(transaction);
            int copies = upTo(actions, template.count("Action"));
            int more = upTo(resources, template.count("Resource"));
            System.out.println(copies + " " + more + " " + template.nodes().size() + " "
                    + template.resources().size());
            GraphCopier copier = new GraphCopier(graph, template);
            long t = System.nanoTime();
            for (int number = 1; number < copies; number++) {
                copier.copy(number, Math.max(0, more / copies + (number < more % copies ? 1 : 0) - 1));
                if (number % 100 == 0) System.out.println(number + " " + (System.nanoTime() - t) / 1000000);
            }
        }
    }

    private static int upTo(int wanted, int each) {
        return (wanted + each - 1) / each;
    }
}
