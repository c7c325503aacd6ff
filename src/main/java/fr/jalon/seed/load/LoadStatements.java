package fr.jalon.seed.load;

import fr.jalon.cypher.CypherStatement;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The Cypher that reads and changes what the seed has in the graph; labels and types come from the contract only. */
public final class LoadStatements {

    private LoadStatements() {}

    /** Rows: id, whether it is the seed's, labels, properties. */
    static CypherStatement nodes(Collection<String> ids) {
        return new CypherStatement("""
                MATCH (n:Node) WHERE n.origin = 'seed' OR n.id IN $ids
                RETURN n.id, coalesce(n.origin, '') = 'seed', labels(n), properties(n)""", Map.of("ids", List.copyOf(ids)));
    }

    /** Rows: id it leaves, type, id it reaches, whether it is the seed's. */
    static CypherStatement relationships() {
        return new CypherStatement("""
                MATCH (a:Node {origin: 'seed'})-[r]->(b:Node)
                RETURN a.id, type(r), b.id, coalesce(r.origin, '') = 'seed'""", Map.of());
    }

    /** Rows as for {@link #nodes}, of everything that has an id. */
    public static CypherStatement everyNode() {
        return new CypherStatement("""
                MATCH (n:Node) WHERE n.id IS NOT NULL
                RETURN n.id, coalesce(n.origin, '') = 'seed', labels(n), properties(n)""", Map.of());
    }

    /** Rows: id it leaves, type, id it reaches, names of its properties. */
    public static CypherStatement everyRelationship() {
        return new CypherStatement("""
                MATCH (a:Node)-[r]->(b:Node) WHERE a.id IS NOT NULL AND b.id IS NOT NULL
                RETURN a.id, type(r), b.id, keys(r)""", Map.of());
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
                SET n += row.properties, n.origin = 'seed', n:$(row.added)
                REMOVE n:$(row.removed)""", Map.of("rows", rows));
    }

    /** Rows hold the id it leaves, type, and the id it reaches. */
    static CypherStatement createRelationships(List<List<String>> rows) {
        return new CypherStatement("""
                UNWIND $rows AS row
                MATCH (a:Node {id: row[0]}) MATCH (b:Node {id: row[2]})
                CREATE (a)-[:$(row[1]) {origin: 'seed'}]->(b)""", Map.of("rows", rows));
    }

    /** Rows as for {@link #createRelationships}; the contract may no longer have the type. */
    static CypherStatement removeRelationships(List<List<String>> rows) {
        return new CypherStatement("""
                UNWIND $rows AS row
                MATCH (a:Node {id: row[0]})-[r {origin: 'seed'}]->(b:Node {id: row[2]}) WHERE type(r) = row[1]
                DELETE r""", Map.of("rows", rows));
    }

    /** Nodes that something else is linked to stay, but are the seed's no longer. */
    static List<CypherStatement> removeNodes(List<String> ids) {
        Map<String, Object> parameters = Map.of("ids", ids);
        return List.of(
                new CypherStatement(
                        "UNWIND $ids AS id MATCH (n:Node {id: id}) WHERE NOT EXISTS { (n)--() } DELETE n", parameters),
                new CypherStatement("UNWIND $ids AS id MATCH (n:Node {id: id}) REMOVE n.origin", parameters));
    }
}
