package fr.jalon.cypher;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An index of nodes, or a constraint with the index that belongs to it.
 *
 * @param name unique in a graph
 * @param label of the nodes
 * @param properties in their order
 */
public record IndexDefinition(String name, Kind kind, String label, List<String> properties) {

    /** What the index answers. */
    public enum Kind {
        /** That no two nodes have the same value. */
        UNIQUENESS("RANGE"),
        /** Equal values, ranges and orders. */
        RANGE("RANGE"),
        /** Parts of texts. */
        TEXT("TEXT"),
        /** Words, which the text holds between spaces. */
        FULLTEXT("FULLTEXT");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        /** The type of the index, as the graph lists it. */
        public String type() {
            return type;
        }
    }

    /** The analyzer of full texts: what is indexed are words already, so only the spaces between them count. */
    public static final String ANALYZER = "whitespace";

    /** Makes it; does nothing where one of its name, or one that does the same, is there. */
    public CypherStatement create() {
        return new CypherStatement(
                switch (kind) {
                    case UNIQUENESS ->
                        "CREATE CONSTRAINT %s IF NOT EXISTS FOR (n:%s) REQUIRE %s IS UNIQUE"
                                .formatted(name, label, property());
                    case RANGE, TEXT ->
                        "CREATE %s INDEX %s IF NOT EXISTS FOR (n:%s) ON (%s)"
                                .formatted(kind.type, name, label, property());
                    case FULLTEXT ->
                        "CREATE FULLTEXT INDEX %s IF NOT EXISTS FOR (n:%s) ON EACH [%s] OPTIONS {indexConfig: {`fulltext.analyzer`: '%s'}}"
                                .formatted(name, label, property(), ANALYZER);
                },
                Map.of());
    }

    private String property() {
        return properties.stream().map("n."::concat).collect(Collectors.joining(", "));
    }
}
