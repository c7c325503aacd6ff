package fr.jalon.provenance;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.neo4j.Transaction;
import java.util.List;
import java.util.Map;

/**
 * The state of the graph: every change makes a new one.
 *
 * @param number how many changes there were; zero for an empty graph
 * @param seed checksum of the seed that was loaded last; empty before the first
 */
public record Revision(long number, String seed) {

    /** Label of the one node that holds the revision. */
    public static final String LABEL = "Revision";

    private static final Map<String, Object> ID = Map.of("id", "graph");

    /** Reads the revision. */
    public static Revision read(Transaction transaction) {
        List<Object[]> rows = transaction.run(
                new CypherStatement("MATCH (r:Revision {id: $id}) RETURN r.number, coalesce(r.seed, '')", ID));
        return rows.isEmpty()
                ? new Revision(0, "")
                : new Revision((Long) rows.get(0)[0], String.valueOf(rows.get(0)[1]));
    }

    /** Keeps every other change out until the transaction ends, so that servers that share a graph load it one by one. */
    public static void lock(Transaction transaction) {
        transaction.run(new CypherStatement(
                "MERGE (r:Revision {id: $id}) ON CREATE SET r.number = 0 SET r.number = r.number", ID));
    }

    /** Counts a change; it belongs in the transaction that makes the change. */
    public static void advance(Transaction transaction) {
        transaction.run(new CypherStatement(
                "MERGE (r:Revision {id: $id}) ON CREATE SET r.number = 1 ON MATCH SET r.number = r.number + 1", ID));
    }

    /** Notes which seed the graph now holds. */
    public static void seeded(Transaction transaction, String checksum) {
        transaction.run(new CypherStatement(
                "MERGE (r:Revision {id: $id}) ON CREATE SET r.number = 0 SET r.seed = $seed",
                Map.of("id", "graph", "seed", checksum)));
    }
}
