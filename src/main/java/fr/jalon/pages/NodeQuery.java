package fr.jalon.pages;

import fr.jalon.schema.GraphField;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.RelationshipField;
import fr.jalon.schema.RelationshipField.Shape;
import java.util.Set;
import java.util.stream.Collectors;

/** The query of the page of a kind that has none in {@code src/main/resources/pages}: all its fields, in the order of the contract. */
final class NodeQuery {

    private static final Set<String> NAMING = Set.of("id", "label", "path");
    private static final String SOURCES = "citations { path locator link page excerpt document { label } }";
    private static final String QUERY = """
            query Fiche($id: ID!) {
              node(id: $id) {
                __typename
                label
                path
                ... on %s {
            %s
                }
              }
            }
            """;

    private NodeQuery() {}

    static String of(GraphType type) {
        return QUERY.formatted(
                type.name(),
                type.fields().values().stream()
                        .filter(field -> !NAMING.contains(field.name()))
                        .map(field -> "      " + selection(field))
                        .collect(Collectors.joining("\n")));
    }

    private static String selection(GraphField field) {
        if (field.name().equals("citations")) {
            return SOURCES;
        }
        if (!(field instanceof RelationshipField relationship)) {
            return field.name();
        }
        return relationship.shape() == Shape.CONNECTION
                ? field.name() + "(first: 20) { totalCount nodes { path label } }"
                : field.name() + " { path label }";
    }
}
