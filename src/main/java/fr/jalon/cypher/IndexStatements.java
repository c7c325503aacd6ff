package fr.jalon.cypher;

import fr.jalon.cypher.IndexDefinition.Kind;
import fr.jalon.schema.Contract;
import fr.jalon.schema.Folding;
import fr.jalon.schema.GraphField;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.PropertyField;
import fr.jalon.schema.RootField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The constraints and indexes that the contract asks for; making them twice does no harm. */
public final class IndexStatements {

    private final Contract contract;
    private final List<IndexDefinition> definitions = new ArrayList<>();

    private IndexStatements(Contract contract) {
        this.contract = contract;
    }

    /** What a graph of that contract needs. */
    public static List<IndexDefinition> of(Contract contract) {
        IndexStatements indexes = new IndexStatements(contract);
        indexes.addIdentity();
        indexes.addSearch();
        indexes.addHistory();
        indexes.readTypes().forEach(indexes::addProperties);
        return List.copyOf(indexes.definitions);
    }

    private void addIdentity() {
        add("node_id", Kind.UNIQUENESS, "Node", "id");
        add("revision_id", Kind.UNIQUENESS, "Revision", "id");
    }

    private void addSearch() {
        add(FullText.INDEX, Kind.FULLTEXT, "Node", Folding.SEARCH_NAME, Folding.SEARCH_DETAIL);
    }

    private void addHistory() {
        add("history_of", Kind.UNIQUENESS, "History", "of");
        add("receipt_key", Kind.UNIQUENESS, "Receipt", "key");
        add("receipt_change_range", Kind.RANGE, "Receipt", "change");
        add("change_of_range", Kind.RANGE, "Change", "of");
        add("standing_of_field_range", Kind.RANGE, "Standing", "of", "field");
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
        add(name(label, property, "range"), Kind.RANGE, label, property);
    }

    private void text(String label, String property) {
        add(name(label, property, "text"), Kind.TEXT, label, property);
    }

    private static String name(String label, String property, String kind) {
        return (label + "_" + property + "_" + kind)
                .replaceAll("(?<=[a-z])([A-Z])", "_$1")
                .toLowerCase(Locale.ROOT);
    }

    private void add(String name, Kind kind, String label, String... properties) {
        definitions.add(new IndexDefinition(name, kind, label, List.of(properties)));
    }
}
