package fr.jalon.cypher;

import fr.jalon.cost.Census;
import fr.jalon.cost.Incidence;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders a census as one statement, which Neo4j answers from the counts it keeps, whatever the size of the graph. */
public final class CensusStatement {

    private CensusStatement() {}

    /**
     * Asks for all the counts that Neo4j keeps, which takes no planning; a server may let none but administrators.
     *
     * <p>One row with two lists of maps, as {@link Census#kept} takes them.
     */
    public static CypherStatement ofKept() {
        String text = "CALL db.stats.retrieve('GRAPH COUNTS') YIELD data RETURN data.nodes AS nodes,"
                + " data.relationships AS relationships";
        return new CypherStatement(text, Map.of());
    }

    /** One row with one list: numbers of nodes, then of relationships, in the order of the census. */
    public static CypherStatement of(Census census) {
        Stream<String> nodes = census.labels().stream().map(label -> "COUNT { (:%s) }".formatted(label));
        Stream<String> relationships = census.incidences().stream().map(CensusStatement::counted);
        String text = Stream.concat(nodes, relationships).collect(Collectors.joining(", ", "RETURN [", "] AS counts"));
        return new CypherStatement(text, Map.of());
    }

    private static String counted(Incidence incidence) {
        return "COUNT { (:%s)%s[:%s]%s() }"
                .formatted(
                        incidence.label(),
                        incidence.outgoing() ? "-" : "<-",
                        String.join("|", incidence.types()),
                        incidence.outgoing() ? "->" : "-");
    }
}
