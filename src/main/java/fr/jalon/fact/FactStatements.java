package fr.jalon.fact;

import fr.jalon.cypher.CypherStatement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Cypher that reads and changes who states what; labels and types come from the contract only. */
final class FactStatements {

    private static final String NODE = " RETURN n.id, labels(n), properties(n)";
    private static final String EDGE = " RETURN a.id, type(r), b.id, r.origin, r.others, keys(r)";

    private FactStatements() {}

    /** Rows: id, labels, properties. */
    static CypherStatement nodes(Collection<String> ids) {
        return new CypherStatement("UNWIND $ids AS id MATCH (n:Node {id: id})" + NODE, Map.of("ids", List.copyOf(ids)));
    }

    /** Rows as for {@link #nodes}, of everything that has an id. */
    static CypherStatement allNodes() {
        return new CypherStatement("MATCH (n:Node) WHERE n.id IS NOT NULL" + NODE, Map.of());
    }

    /** Rows: id. */
    static CypherStatement nodesOf(Origin origin) {
        return new CypherStatement(
                "MATCH (n:Node) WHERE n.origin = $origin OR $origin IN n.others RETURN n.id",
                Map.of("origin", origin.name()));
    }

    /** Rows: id it leaves, type, id it reaches, origin, other origins, names of properties; of those that leave nodes. */
    static CypherStatement edges(Collection<String> from) {
        return new CypherStatement(
                "UNWIND $ids AS id MATCH (a:Node {id: id})-[r]->(b:Node) WHERE b.id IS NOT NULL" + EDGE,
                Map.of("ids", List.copyOf(from)));
    }

    /** Rows as for {@link #edges}, of every relationship between nodes that have ids. */
    static CypherStatement allEdges() {
        return new CypherStatement(
                "MATCH (a:Node)-[r]->(b:Node) WHERE a.id IS NOT NULL AND b.id IS NOT NULL" + EDGE, Map.of());
    }

    /** Rows: id it leaves, type, id it reaches. */
    static CypherStatement edgesOf(Origin origin) {
        return new CypherStatement("""
                MATCH (a:Node)-[r]->(b:Node) WHERE r.origin = $origin OR $origin IN r.others
                RETURN a.id, type(r), b.id""", Map.of("origin", origin.name()));
    }

    /**
     * Rows hold an id, labels to add and to remove, and properties, of which one that is null is removed.
     *
     * <p>One statement for all labels, because planning one for each costs more than running them.
     */
    static CypherStatement mergeNodes(List<Map<String, Object>> rows) {
        return new CypherStatement("""
                UNWIND $rows AS row
                MERGE (n:Node {id: row.id})
                SET n += row.properties, n:$(row.added)
                REMOVE n:$(row.removed)""", Map.of("rows", rows));
    }

    /** Rows hold the id it leaves, type, and the id it reaches. */
    static CypherStatement createEdges(List<List<String>> rows, Origin origin) {
        return new CypherStatement("""
                UNWIND $rows AS row
                MATCH (a:Node {id: row[0]}) MATCH (b:Node {id: row[2]})
                CREATE (a)-[:$(row[1]) {origin: $origin}]->(b)""", Map.of("rows", rows, "origin", origin.name()));
    }

    /** Rows hold the id it leaves, type, the id it reaches, its origin before or an empty text, and origin and others from here on. */
    static CypherStatement attributeEdges(List<List<@Nullable Object>> rows) {
        return new CypherStatement("""
                UNWIND $rows AS row
                MATCH (a:Node {id: row[0]})-[r]->(b:Node {id: row[2]})
                WHERE type(r) = row[1] AND coalesce(r.origin, '') = row[3]
                SET r.origin = row[4], r.others = row[5]""", Map.of("rows", rows));
    }

    /** Rows as for {@link #createEdges}; the contract may no longer have the type. */
    static CypherStatement deleteEdges(List<List<String>> rows, Origin origin) {
        return new CypherStatement("""
                UNWIND $rows AS row
                MATCH (a:Node {id: row[0]})-[r {origin: $origin}]->(b:Node {id: row[2]}) WHERE type(r) = row[1]
                DELETE r""", Map.of("rows", rows, "origin", origin.name()));
    }

    /** Rows: id of those of which others state something, or which they link. */
    static CypherStatement sharedNodes(Collection<String> ids, Origin origin) {
        return new CypherStatement("""
                UNWIND $ids AS id MATCH (n:Node {id: id})
                WHERE n.origin <> $origin OR any(other IN n.others WHERE other <> $origin)
                   OR EXISTS { (n)-[r]-() WHERE coalesce(r.origin, '') <> $origin OR any(other IN r.others WHERE other <> $origin) }
                RETURN n.id""", Map.of("ids", List.copyOf(ids), "origin", origin.name()));
    }

    /** Takes the origin from those that have this one; what the seed states besides is the seed's then. */
    static CypherStatement releaseNodes(Collection<String> ids, Origin origin) {
        return new CypherStatement(
                """
                UNWIND $ids AS id MATCH (n:Node {id: id, origin: $origin})
                SET n.origin = CASE WHEN $seed IN n.others THEN $seed END""", Map.of("ids", List.copyOf(ids), "origin", origin.name(), "seed", Origin.SEED.name()));
    }

    /** Deletes those that nothing is linked to. */
    static CypherStatement deleteNodes(Collection<String> ids) {
        return new CypherStatement(
                "UNWIND $ids AS id MATCH (n:Node {id: id}) WHERE NOT EXISTS { (n)--() } DELETE n",
                Map.of("ids", List.copyOf(ids)));
    }
}
