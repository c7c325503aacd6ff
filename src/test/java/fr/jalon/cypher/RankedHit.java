package fr.jalon.cypher;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;

/** A hit of the full-text index of a graph, as its sort keys. */
record RankedHit(double score, String id) {

    private static final String HITS =
            "CALL db.index.fulltext.queryNodes('%s', $query, $options) YIELD node, score".formatted(FullText.INDEX)
                    + " WHERE $kinds = [] OR any(label IN labels(node) WHERE label IN $kinds)"
                    + " RETURN [[score, node.id]] AS row";
    private static final Comparator<RankedHit> RANK =
            Comparator.comparingDouble(RankedHit::score).reversed().thenComparing(RankedHit::id);

    /** All that a query finds of some kinds, or of every kind, ranked here. */
    static List<RankedHit> all(Driver driver, String query, List<String> kinds) {
        return hits(driver, query, kinds, Map.of()).sorted(RANK).toList();
    }

    /** What a query finds, as the index orders it. */
    static List<RankedHit> ofIndex(Driver driver, String query, Map<String, Object> options) {
        return hits(driver, query, List.of(), options).toList();
    }

    /** The sort keys of the rows of a search, in their order. */
    static List<RankedHit> read(Driver driver, CypherStatement statement) {
        return rows(driver, statement).toList();
    }

    List<Object> keys() {
        return List.of(score, id);
    }

    private static Stream<RankedHit> hits(
            Driver driver, String query, List<String> kinds, Map<String, Object> options) {
        return rows(driver, new CypherStatement(HITS, Map.of("query", query, "kinds", kinds, "options", options)));
    }

    private static Stream<RankedHit> rows(Driver driver, CypherStatement statement) {
        try (Session session = driver.session()) {
            return session.run(statement.text(), statement.parameters()).list(RankedHit::of).stream();
        }
    }

    private static RankedHit of(Record found) {
        List<Object> row = found.get("row").asList();
        List<?> keys = (List<?>) row.get(row.size() - 1);
        return new RankedHit((Double) keys.get(0), (String) keys.get(1));
    }
}
