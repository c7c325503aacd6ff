package fr.jalon.fact;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.fact.Report.Effect;
import java.util.List;
import java.util.Map;

/** The Cypher of the history: who reported what, and from which day to which it holds, as known from when to when. */
final class HistoryStatements {

    private HistoryStatements() {}

    /** One row: number of the last change, when it came in, or null. */
    static CypherStatement last() {
        return new CypherStatement(
                "MATCH (r:Revision {id: 'graph'}) RETURN coalesce(r.number, 0), r.enteredAt", Map.of());
    }

    /** Rows: properties of a change, number of the one it answers or null, key and body of its receipt or null. */
    static CypherStatement allChanges() {
        return new CypherStatement("""
                MATCH (c:Change) OPTIONAL MATCH (c)-[:ANSWERS]->(a) OPTIONAL MATCH (r:Receipt {change: c.id})
                RETURN properties(c), a.number, r.key, r.body ORDER BY c.number""", Map.of());
    }

    /** One row, if the key is known: hash of the body, ids of the node and the change. */
    static CypherStatement receipt(String key) {
        return new CypherStatement("MATCH (r:Receipt {key: $key}) RETURN r.body, r.node, r.change", Map.of("key", key));
    }

    static CypherStatement keep(Report.Receipt receipt, String node, String change) {
        return new CypherStatement(
                "CREATE (:Receipt {key: $key, body: $body, node: $node, change: $change})",
                Map.of("key", receipt.key(), "body", receipt.body(), "node", node, "change", change));
    }

    /** Leads a change to the history of its node, which it counts there. */
    static CypherStatement record(String change, String about, Map<String, Object> kept) {
        return new CypherStatement("""
                MATCH (c:Node {id: $change}) MATCH (n:Node {id: $about})
                MERGE (h:History {of: $about}) MERGE (h)-[:HISTORY_OF]->(n)
                CREATE (c)-[:RECORDED_IN]->(h) SET c += $kept""", Map.of("change", change, "about", about, "kept", kept));
    }

    /** Leads a change to the one it answers. */
    static CypherStatement answer(String change, long answered) {
        return new CypherStatement(
                "MATCH (c:Node {id: $change}) MATCH (a:Change {number: $answered}) "
                        + "CREATE (c)-[:ANSWERS {origin: $origin}]->(a)",
                Map.of("change", change, "answered", answered, "origin", Origin.REPORT.name()));
    }

    /** Marks a change as withdrawn by another. */
    static CypherStatement withdraw(long number, long by) {
        return new CypherStatement(
                "MATCH (c:Change {number: $number}) SET c.withdrawn = true, c.withdrawnBy = $by",
                Map.of("number", number, "by", by));
    }

    /** Rows: number, day, effects; of what was reported about a node and not withdrawn. */
    static CypherStatement changes(String about) {
        return new CypherStatement(
                "MATCH (c:Change {of: $of}) WHERE c.withdrawnBy IS NULL RETURN c.number, c.holdsOn, c.effects",
                Map.of("of", about));
    }

    /**
     * Rows: node, field, first day, day behind the last, change, value if any, whether that is known today; of what is known of
     * fields today and what documents say of them.
     */
    static CypherStatement standings(List<Effect> effects) {
        return new CypherStatement(
                """
                UNWIND $fields AS of MATCH (s:Standing {of: of[0], field: of[1]}) WHERE s:Known OR s:Stated
                RETURN s.of, s.field, s.from, s.until, s.change, s.value, s:Known""",
                Map.of(
                        "fields",
                        effects.stream()
                                .map(each -> List.of(each.target().id(), each.field()))
                                .toList()));
    }

    /** Ends what was known of fields until then; rows hold node, field and first day. */
    static CypherStatement close(List<List<Object>> rows, long number) {
        return new CypherStatement("""
                UNWIND $rows AS row
                MATCH (s:Standing {of: row[0], field: row[1]}) WHERE s:Known AND s.from = row[2]
                SET s.knownUntil = $number REMOVE s:Known""", Map.of("rows", rows, "number", number));
    }

    /** Adds what is known; rows hold properties. */
    static CypherStatement open(List<Map<String, Object>> rows) {
        return new CypherStatement("""
                UNWIND $rows AS row CREATE (s:Standing) SET s = row
                FOREACH (now IN CASE WHEN row.knownUntil = $last THEN [1] ELSE [] END | SET s:Known)
                FOREACH (stated IN CASE WHEN row.change = 0 THEN [1] ELSE [] END | SET s:Stated)""", Map.of("rows", rows, "last", Long.MAX_VALUE));
    }

    /** Rows: first day, day behind the last, numbers from which and until which that is known, change, value if any. */
    static CypherStatement all(String of, String field) {
        return new CypherStatement("""
                MATCH (s:Standing {of: $of, field: $field})
                RETURN s.from, s.until, s.knownFrom, s.knownUntil, s.change, s.value""", Map.of("of", of, "field", field));
    }

    /** Removes the relationships by which a field leads on, of now and of other times. */
    static CypherStatement unlink(String from, List<String> types) {
        return new CypherStatement(
                "MATCH (a:Node {id: $from})-[r]->() WHERE type(r) IN $types DELETE r",
                Map.of("from", from, "types", types));
    }

    /** Makes them anew; rows hold type, the id it reaches, and properties. */
    static CypherStatement link(String from, List<Map<String, Object>> rows) {
        return new CypherStatement("""
                MATCH (a:Node {id: $from}) UNWIND $rows AS row MATCH (b:Node {id: row.to})
                CREATE (a)-[r:$(row.type)]->(b) SET r = row.properties""", Map.of("from", from, "rows", rows));
    }

    /** One row with the id that a relationship leads to, if there is one. */
    static CypherStatement end(String from, String type) {
        return new CypherStatement(
                "MATCH (a:Node {id: $from})-[r]->(b:Node) WHERE type(r) = $type RETURN b.id",
                Map.of("from", from, "type", type));
    }

    /** Rows: id, field, relationship, and what documents say, if anything; of the relationships that reports stand over. */
    static CypherStatement statedEdges() {
        return new CypherStatement(
                "MATCH (s:Stated) WHERE s.relationship IS NOT NULL RETURN DISTINCT s.of, s.field, s.relationship, s.value",
                Map.of());
    }

    /** Has documents say something else of a relationship that reports stand over; an empty text for nothing. */
    static CypherStatement restate(String of, String field, String value) {
        return new CypherStatement(
                "MATCH (s:Standing {of: $of, field: $field}) WHERE s:Stated"
                        + " SET s.value = CASE WHEN $value = '' THEN null ELSE $value END",
                Map.of("of", of, "field", field, "value", value));
    }

    /** Has the history follow what documents say of properties that reports stand over. */
    static CypherStatement restateProperties() {
        return new CypherStatement("""
                MATCH (s:Stated) WHERE s.relationship IS NULL
                MATCH (n:Node {id: s.of})
                SET s.value = CASE WHEN n['origin.' + s.field] = $report THEN n['seed.' + s.field] ELSE n[s.field] END""", Map.of("report", Origin.REPORT.name()));
    }
}
