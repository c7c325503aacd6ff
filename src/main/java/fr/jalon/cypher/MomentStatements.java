package fr.jalon.cypher;

import java.time.OffsetDateTime;
import java.util.Map;

/** Renders what tells of which moments a graph can be asked. */
public final class MomentStatements {

    private MomentStatements() {}

    /** One row with the first day of which the graph tells: that of the earliest roadmap; null where none has one. */
    public static CypherStatement firstDay() {
        String text = "MATCH (r:Roadmap) OPTIONAL MATCH (r)-[:TRANSCRIBED_FROM]->(d:Document)"
                + " UNWIND [r.published, d.date] AS day RETURN min(day) AS day";
        return new CypherStatement(text, Map.of());
    }

    /** One row with the number of the last change that was entered by then, or none. */
    public static CypherStatement lastChange(OffsetDateTime known) {
        // Of one instant there are several moments, one for each zone: all of them lie before the next nanosecond.
        String text = "MATCH (c:Change) WHERE c.enteredAt < $known"
                + " RETURN c.number AS number ORDER BY c.enteredAt DESC, c.number DESC LIMIT 1";
        return new CypherStatement(text, Map.of("known", known.plusNanos(1)));
    }

    /** One row with the moment of the first change, or none. */
    public static CypherStatement firstChange() {
        String text = "MATCH (c:Change) WHERE c.enteredAt IS NOT NULL RETURN c.enteredAt AS entered"
                + " ORDER BY c.enteredAt LIMIT 1";
        return new CypherStatement(text, Map.of());
    }
}
