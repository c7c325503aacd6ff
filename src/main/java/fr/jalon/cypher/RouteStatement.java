package fr.jalon.cypher;

import fr.jalon.schema.Route;
import java.util.Map;

/** Follows a route of the contract from one node, for those who write. */
public final class RouteStatement {

    private RouteStatement() {}

    /** Rows: id of a node that the route leads to, each once and in their order. */
    public static CypherStatement ends(String id, Route route) {
        return new CypherStatement(
                "MATCH (this:Node {id: $id}) MATCH %s RETURN DISTINCT that.id ORDER BY that.id"
                        .formatted(Patterns.now("this", route, "that")),
                Map.of("id", id));
    }
}
