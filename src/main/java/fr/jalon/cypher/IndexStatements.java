package fr.jalon.cypher;

import fr.jalon.schema.Contract;
import fr.jalon.schema.Folding;
import fr.jalon.schema.GraphField;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.PropertyField;
import fr.jalon.schema.RootField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The constraints and indexes that the contract asks for; making them twice does no harm. */
public final class IndexStatements {

    private final Contract contract;
    private final List<CypherStatement> statements = new ArrayList<>();

    private IndexStatements(Contract contract) {
        this.contract = contract;
    }

    /** Statements to run one by one, each in a transaction of its own. */
    public static List<CypherStatement> of(Contract contract) {
        IndexStatements indexes = new IndexStatements(contract);
        indexes.addIdentity();
        indexes.addSearch();
        indexes.readTypes().forEach(indexes::addProperties);
        return List.copyOf(indexes.statements);
    }

    private void addIdentity() {
        add("CREATE CONSTRAINT node_id IF NOT EXISTS FOR (n:Node) REQUIRE n.id IS UNIQUE");
        add("CREATE CONSTRAINT revision_id IF NOT EXISTS FOR (n:Revision) REQUIRE n.id IS UNIQUE");
    }

    /** What is indexed are words already, so only the spaces between them count. */
    private void addSearch() {
        add("CREATE FULLTEXT INDEX %s IF NOT EXISTS FOR (n:Node) ON EACH [n.%s, n.%s]"
                        .formatted(FullText.INDEX, Folding.SEARCH_NAME, Folding.SEARCH_DETAIL)
                + " OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}");
    }

    /** Types whose nodes a root field lists; others are reached from these, where no index is asked. */
    private List<GraphType> readTypes() {
        return contract.roots().stream()
                .filter(root -> root.entry() == RootField.Entry.ALL)
                .map(root -> contract.type(root.target()))
                .toList();
    }

    private void addProperties(GraphType type) {
        range(type.label(), "id");
        for (GraphField field : type.fields().values()) {
            if (field instanceof PropertyField property && property.indexed()) {
                range(type.label(), property.compared());
                if (property.ranked()) {
                    range(type.label(), property.ordered());
                }
                if (property.folded()) {
                    text(type.label(), property.compared());
                }
            }
        }
    }

    private void range(String label, String property) {
        add("CREATE RANGE INDEX %s IF NOT EXISTS FOR (n:%s) ON (n.%s)"
                .formatted(name(label, property, "range"), label, property));
    }

    private void text(String label, String property) {
        add("CREATE TEXT INDEX %s IF NOT EXISTS FOR (n:%s) ON (n.%s)"
                .formatted(name(label, property, "text"), label, property));
    }

    private static String name(String label, String property, String kind) {
        return (label + "_" + property + "_" + kind)
                .replaceAll("(?<=[a-z])([A-Z])", "_$1")
                .toLowerCase(Locale.ROOT);
    }

    private void add(String text) {
        statements.add(new CypherStatement(text, Map.of()));
    }
}
