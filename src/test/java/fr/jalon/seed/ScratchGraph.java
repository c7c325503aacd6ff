package fr.jalon.seed;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.cypher.IndexStatements;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.GraphHome;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.neo4j.StatementListener;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** An embedded graph of a test's own, with the indexes of the contract, to load seeds into and to look into. */
public record ScratchGraph(Graph graph) implements AutoCloseable {

    public static ScratchGraph in(Path folder) {
        return in(folder, StatementListener.silent());
    }

    public static ScratchGraph in(Path folder, StatementListener listener) {
        Graph graph = Graph.open(new GraphHome.Embedded(folder), GraphSettings.defaults(), listener);
        graph.ensureSchema(IndexStatements.of(SeedCases.CONTRACT));
        return new ScratchGraph(graph);
    }

    public void empty() {
        run("MATCH (n) DETACH DELETE n");
    }

    public void run(String text) {
        graph.write(transaction -> transaction.run(new CypherStatement(text, Map.of())));
    }

    public List<List<Object>> rows(String text) {
        return graph.read(transaction -> transaction.run(new CypherStatement(text, Map.of()))).stream()
                .map(Arrays::asList)
                .toList();
    }

    @Override
    public void close() {
        graph.close();
    }
}
