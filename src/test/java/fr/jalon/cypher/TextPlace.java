package fr.jalon.cypher;

import fr.jalon.TestGraph;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A place of a request that takes any text.
 *
 * @param name the argument and the way within it
 * @param query a document whose variable {@code $text} stands there
 */
record TextPlace(String name, String query) {

    private static final int DEPTH = 4;
    private static final Set<String> TEXTS = Set.of("String", "ID");
    private static final Set<String> JOINS = Set.of("and", "or", "not", "none", "every");

    /** Every argument of every root field, and what a filter holds within two relationships. */
    static List<TextPlace> all() {
        return Objects.requireNonNull(TestGraph.CONTRACT.graphQlSchema().getQueryType()).getFieldDefinitions().stream()
                .flatMap(field -> field.getArguments().stream().flatMap(argument -> places(field, argument)))
                .toList();
    }

    boolean isCursor() {
        return name.endsWith(".after") || name.endsWith(".before");
    }

    Map<String, Object> holding(String text) {
        return Map.of("text", text);
    }

    @Override
    public String toString() {
        return name;
    }

    private static Stream<TextPlace> places(GraphQLFieldDefinition field, GraphQLArgument argument) {
        List<TextPlace> found = new ArrayList<>();
        walk(argument.getType(), field.getName() + "." + argument.getName(), "%s", DEPTH, (name, value, type) -> {
            String others =
                    field.getName().equals("search") && !argument.getName().equals("text") ? "text: \"api\" " : "";
            String arguments = "%s%s: %s".formatted(others, argument.getName(), value);
            found.add(new TextPlace(
                    name, "query ($text: %s!) { %s(%s) %s }".formatted(type, field.getName(), arguments, read(field))));
        });
        return found.stream();
    }

    private static String read(GraphQLFieldDefinition field) {
        return name(field.getType()).endsWith("Connection") ? "{ totalCount nodes { id } }" : "{ id }";
    }

    private interface Found {
        void at(String name, String value, String type);
    }

    private static void walk(GraphQLType type, String name, String frame, int depth, Found found) {
        GraphQLType bare = GraphQLTypeUtil.unwrapNonNull(type);
        String framed = GraphQLTypeUtil.isList(bare) ? frame.formatted("[%s]") : frame;
        if (TEXTS.contains(name(type))) {
            found.at(name, framed.formatted("$text"), name(type));
        } else if (GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLInputObjectType input && depth > 0) {
            for (GraphQLInputObjectField field : input.getFieldDefinitions()) {
                if (!JOINS.contains(field.getName())) {
                    String inner = framed.formatted("{ %s: %%s }".formatted(field.getName()));
                    walk(field.getType(), name + "." + field.getName(), inner, depth - 1, found);
                }
            }
        }
    }

    private static String name(GraphQLType type) {
        return ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(type)).getName();
    }
}
