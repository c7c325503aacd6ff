package fr.jalon.command;

import fr.jalon.TestGraph;
import fr.jalon.cypher.CypherStatement;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.GraphHome;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.neo4j.StatementListener;
import fr.jalon.seed.Seed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder with a graph, looked into from this process while no other uses it. */
record StoredGraph(Path folder) {

    /** Starts as every command does, which loads the seed unless it is there. */
    void start(Path seed) {
        try (OpenGraph application =
                OpenGraph.open(new GraphHome.Embedded(folder), GraphSettings.defaults(), StatementListener.silent())) {
            application.loadIfChanged(Seed.of(seed, TestGraph.CONTRACT));
        }
    }

    /** All nodes and relationships, with all that they hold, in one text; empty where there is no graph. */
    String contents() {
        if (Files.notExists(folder)) {
            return "";
        }
        try (Graph graph = TestGraph.open(new GraphHome.Embedded(folder))) {
            return Stream.of(
                            "MATCH (n) RETURN labels(n), properties(n)",
                            "MATCH (a)-[r]->(b) RETURN [a.id, type(r), b.id], properties(r)")
                    .flatMap(text ->
                            graph.read(transaction -> transaction.run(new CypherStatement(text, Map.of()))).stream())
                    .map(row -> sorted(row[0]) + " " + new TreeMap<>((Map<?, ?>) row[1]))
                    .sorted()
                    .collect(Collectors.joining("\n"));
        }
    }

    private static List<?> sorted(Object labels) {
        List<?> names = (List<?>) labels;
        return names.contains("Node") ? List.copyOf(new TreeSet<>(names)) : names;
    }

    /** Names of what stands beside the folder. */
    List<String> beside() {
        try (Stream<Path> entries = Files.list(folder.getParent())) {
            return entries.map(each -> each.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of what is in the folder itself. */
    List<String> inside() {
        return new StoredGraph(folder.resolve("data")).beside();
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}
