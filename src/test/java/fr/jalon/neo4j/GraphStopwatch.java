package fr.jalon.neo4j;

import fr.jalon.TestGraph;
import fr.jalon.cypher.CypherStatement;
import fr.jalon.cypher.IndexDefinition;
import fr.jalon.cypher.IndexDefinition.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Prints how long an embedded graph takes to open, answer and close, and its memory; run by hand with a folder. */
final class GraphStopwatch {

    private static final int ROUNDS = 3000;
    private static final CypherStatement ONE = new CypherStatement("RETURN 1", Map.of());
    private static final CypherStatement PAGE = new CypherStatement(
            "UNWIND range(1, 50) AS a RETURN 'action/' + a, COLLECT { UNWIND range(1, 20) AS r "
                    + "RETURN ['dataset/' + r, 'Jeu de données ' + r, COLLECT { UNWIND range(1, 3) AS t "
                    + "RETURN ['theme/' + t, 'Thème ' + t] }] }",
            Map.of());

    private GraphStopwatch() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Graph graph = TestGraph.open(new GraphHome.Embedded(Path.of(arguments[0])));
        start = lap("open", start);
        graph.read(tx -> tx.run(ONE));
        start = lap("first read", start);
        graph.ensureSchema(List.of(new IndexDefinition("thing_id", Kind.UNIQUENESS, "Thing", List.of("id"))));
        lap("schema", start);
        Thread.sleep(TimeUnit.SECONDS.toMillis(2));
        printMemory();
        printMedian("RETURN 1", graph, ONE);
        printMedian("a page of 50 with 3,000 texts", graph, PAGE);
        printMemory();
        start = System.nanoTime();
        graph.close();
        lap("close", start);
    }

    private static long lap(String step, long start) {
        long now = System.nanoTime();
        System.out.printf("%-12s %6s ms%n", step, TimeUnit.NANOSECONDS.toMillis(now - start));
        return now;
    }

    private static void printMedian(String name, Graph graph, CypherStatement statement) {
        long[] nanos = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            graph.read(tx -> tx.run(statement));
            nanos[round] = System.nanoTime() - start;
        }
        Arrays.sort(nanos, ROUNDS / 2, ROUNDS);
        System.out.printf(
                "%s: %s us at the median of the later half%n",
                name, TimeUnit.NANOSECONDS.toMicros(nanos[ROUNDS * 3 / 4]));
    }

    private static void printMemory() throws IOException {
        Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS") || line.startsWith("Threads"))
                .forEach(System.out::println);
    }
}
