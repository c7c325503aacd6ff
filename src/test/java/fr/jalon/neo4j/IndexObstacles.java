package fr.jalon.neo4j;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.cypher.IndexDefinition;
import fr.jalon.cypher.IndexDefinition.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Indexes that are wanted, and what a graph may hold in their place: {@code neo4j/obstacles.txt}. */
final class IndexObstacles {

    static final List<IndexDefinition> WANTED = List.of(
            new IndexDefinition("item_id", Kind.UNIQUENESS, "Item", List.of("id")),
            new IndexDefinition("item_name", Kind.RANGE, "Item", List.of("name")),
            new IndexDefinition("item_text", Kind.TEXT, "Item", List.of("name")),
            new IndexDefinition("item_words", Kind.FULLTEXT, "Item", List.of("name", "detail")));

    static final TreeSet<String> WANTED_AND_UNRELATED = new TreeSet<>(List.of(
            "RANGE Item id of a constraint ONLINE",
            "RANGE Item name ONLINE",
            "TEXT Item name ONLINE",
            "FULLTEXT Item name detail ONLINE",
            "RANGE Other name ONLINE"));

    private IndexObstacles() {}

    /** Statements that make obstacles, a paragraph each. */
    static List<List<String>> cases() throws IOException {
        List<List<String>> cases = new ArrayList<>();
        for (String paragraph : Files.readString(Path.of("src/test/resources/neo4j/obstacles.txt"))
                .split("\n\n", -1)) {
            List<String> lines =
                    paragraph.lines().filter(line -> !line.startsWith("#")).toList();
            if (!lines.isEmpty()) {
                cases.add(lines);
            }
        }
        return cases;
    }

    /** Statements that remove whatever has a wanted name, and what cases call by another. */
    static List<String> names() {
        return Stream.of("item_id", "item_name", "item_text", "item_words", "other", "another")
                .flatMap(name -> Stream.of("DROP CONSTRAINT %s IF EXISTS", "DROP INDEX %s IF EXISTS")
                        .map(drop -> drop.formatted(name)))
                .toList();
    }

    /** What is there of these labels, without names. */
    static SortedSet<String> found(Graph graph) {
        List<Object[]> rows = graph.write(transaction -> transaction.run(new CypherStatement(
                "SHOW INDEXES YIELD type, labelsOrTypes, properties, owningConstraint, state"
                        + " WHERE any(label IN labelsOrTypes WHERE label IN ['Item', 'Other', 'Stray', 'LINKED'])"
                        + " RETURN type, labelsOrTypes[0], reduce(all = '', each IN properties | all + ' ' + each),"
                        + " CASE WHEN owningConstraint IS NULL THEN '' ELSE ' of a constraint' END, state",
                Map.of())));
        TreeSet<String> found = new TreeSet<>();
        rows.stream().map(Arrays::asList).forEach(row -> found.add("%s %s%s%s %s".formatted(row.toArray())));
        return found;
    }
}
