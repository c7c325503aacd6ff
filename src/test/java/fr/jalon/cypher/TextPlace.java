package fr.jalon.cypher;

import fr.jalon.TestGraph;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A place of a request that takes any text.
 *
 * @param name the argument and the way within it
 * @param query a document whose variable {@code $text} stands there
 */
record TextPlace(String name, String query) {

    private static final Set<String> TEXTS = Set.of("String", "ID");
    private static final Set<String> JOINS = Set.of("and", "or", "not", "none", "every");

    /** An argument of a root field, or a field of an input within one. */
    private record Way(GraphQLFieldDefinition root, String argument, String name, String value, GraphQLType type) {

        Way into(GraphQLInputObjectField field) {
            String inner = "{ %s: %s }".formatted(field.getName(), isList(field.getType()) ? "[%s]" : "%s");
            return new Way(root, argument, name + "." + field.getName(), value.formatted(inner), field.getType());
        }

        TextPlace place() {
            String arguments = "%s%s: %s".formatted(others(), argument, value.formatted("$text"));
            return new TextPlace(
                    name,
                    "query ($text: %s!) { %s(%s) %s }".formatted(typeName(type), root.getName(), arguments, read()));
        }

        private String others() {
            return root.getArguments().stream()
                    .filter(each -> !each.getName().equals(argument) && isRequired(each))
                    .map(each -> each.getName() + ": \"api\" ")
                    .collect(Collectors.joining());
        }

        private String read() {
            if (typeName(root.getType()).endsWith("Connection")) {
                return "{ totalCount nodes { id } }";
            }
            var found = (GraphQLFieldsContainer) GraphQLTypeUtil.unwrapAll(root.getType());
            return found.getFieldDefinition("id") == null ? "{ __typename }" : "{ id }";
        }
    }

    /** Every argument of every root field, and within them every text of every input, by the shortest way. */
    static List<TextPlace> all() {
        Queue<Way> ways = new ArrayDeque<>();
        for (GraphQLFieldDefinition root : Objects.requireNonNull(
                        TestGraph.CONTRACT.graphQlSchema().getQueryType())
                .getFieldDefinitions()) {
            for (GraphQLArgument argument : root.getArguments()) {
                String name = root.getName() + "." + argument.getName();
                ways.add(new Way(
                        root,
                        argument.getName(),
                        name,
                        isList(argument.getType()) ? "[%s]" : "%s",
                        argument.getType()));
            }
        }
        return places(ways);
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

    private static List<TextPlace> places(Queue<Way> ways) {
        List<TextPlace> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        while (!ways.isEmpty()) {
            Way way = ways.remove();
            if (TEXTS.contains(typeName(way.type()))) {
                found.add(way.place());
            } else if (GraphQLTypeUtil.unwrapAll(way.type()) instanceof GraphQLInputObjectType input
                    && (isOfValue(input) || seen.add(input.getName()))) {
                input.getFieldDefinitions().stream()
                        .filter(field -> !JOINS.contains(field.getName()))
                        .forEach(field -> ways.add(way.into(field)));
            }
        }
        return found;
    }

    /** Such an input is met in many others, and each stands for another property. */
    private static boolean isOfValue(GraphQLInputObjectType input) {
        return input.getFieldDefinition("eq") != null || input.getName().equals("TextListFilter");
    }

    private static boolean isRequired(GraphQLArgument argument) {
        return GraphQLTypeUtil.isNonNull(argument.getType()) && !argument.hasSetDefaultValue();
    }

    private static boolean isList(GraphQLType type) {
        return GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(type));
    }

    private static String typeName(GraphQLType type) {
        return ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(type)).getName();
    }
}
