package fr.jalon.execution;

import fr.jalon.execution.Errors.Wording;
import fr.jalon.text.Nearest;
import fr.jalon.text.Spelling;
import graphql.GraphQLError;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.Node;
import graphql.language.OperationDefinition;
import graphql.language.SourceLocation;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputFieldsContainer;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Adds to the message on a name that there is not the one that was most likely meant, of those that may stand there. */
final class DidYouMean {

    /** A name in a message, and how the message names its place, if it does. */
    private static final Pattern UNKNOWN = Pattern.compile("(?x)"
            + "  ^(?<kind>Field)\\ '(?<name>\\w+)'\\ in\\ type\\ '(?<of>\\w+)'\\ is\\ undefined$"
            + "| ^(?<kind2>Unknown\\ [a-z\\ ]+|Undefined\\ [a-z]+)\\ '(?<name2>\\w+)'$"
            + "| (?<kind3>contains\\ a\\ field\\ not\\ in)\\ '(?<of3>\\w+)':\\ '(?<name3>\\w+)'$"
            + "| values\\ for\\ (?<kind4>enum)\\ '(?<of4>\\w+)'\\ -\\ '(?<name4>\\w+)'$"
            + "| contains\\ a\\ (?<kind5>field)\\ name\\ '(?<name5>\\w+)'\\ that\\ is\\ not\\ defined\\ for\\ input\\ object\\ type\\ '(?<of5>\\w+)'$"
            + "| for\\ (?<kind6>enum)\\ '(?<of6>\\w+)'\\.\\ No\\ value\\ found\\ for\\ name\\ '(?<name6>[^']+)'$");

    private final GraphQLSchema schema;
    private final Document document;

    DidYouMean(GraphQLSchema schema, Document document) {
        this.schema = schema;
        this.document = document;
    }

    /** The same error, with a question where a name is near. */
    GraphQLError asked(GraphQLError error) {
        String message = Wording.of(error).replaceFirst("\\.$", "");
        Matcher found = UNKNOWN.matcher(message);
        if (!found.find()) {
            return error;
        }
        String name = first(found, "name", "name2", "name3", "name4", "name5", "name6");
        String kind = first(found, "kind", "kind2", "kind3", "kind4", "kind5", "kind6");
        Map<String, String> candidates = names(kind, first(found, "of", "of3", "of4", "of5", "of6"), error)
                .collect(Collectors.toMap(DidYouMean::folded, Function.identity(), (one, other) -> one));
        String question = Nearest.of(folded(name), candidates.keySet())
                .filter(near -> Spelling.distance(folded(name), near) < name.length())
                .map(near -> Nearest.question(Objects.requireNonNull(candidates.get(near))))
                .orElse("");
        return question.isEmpty()
                ? error
                : new Failure(ErrorCode.BAD_REQUEST, message + question, null, locations(error));
    }

    /** Names are told apart by case, which is easily mistaken. */
    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static List<SourceLocation> locations(GraphQLError error) {
        return Objects.requireNonNullElse(error.getLocations(), List.of());
    }

    private static String first(Matcher found, String... groups) {
        return Stream.of(groups)
                .map(found::group)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private Stream<String> names(String kind, String of, GraphQLError error) {
        return switch (kind) {
            case "Field" -> fields(of).map(GraphQLFieldDefinition::getName);
            case "Unknown field argument" -> arguments(error);
            case "Unknown directive argument" ->
                schema.getDirectives().stream()
                        .flatMap(each -> each.getArguments().stream())
                        .map(GraphQLArgument::getName);
            case "Unknown directive" -> schema.getDirectives().stream().map(GraphQLDirective::getName);
            case "Unknown type" -> schema.getAllTypesAsList().stream().map(GraphQLNamedType::getName);
            case "Undefined fragment" ->
                document.getDefinitionsOfType(FragmentDefinition.class).stream().map(FragmentDefinition::getName);
            case "Unknown operation named" ->
                document.getDefinitionsOfType(OperationDefinition.class).stream()
                        .map(OperationDefinition::getName)
                        .filter(Objects::nonNull);
            case "Undefined variable" ->
                document.getDefinitionsOfType(OperationDefinition.class).stream()
                        .flatMap(each -> each.getVariableDefinitions().stream())
                        .map(VariableDefinition::getName);
            case "enum" ->
                schema.getType(of) instanceof GraphQLEnumType type
                        ? type.getValues().stream().map(GraphQLNamedSchemaElement::getName)
                        : Stream.empty();
            default ->
                schema.getType(of) instanceof GraphQLInputFieldsContainer type
                        ? type.getFieldDefinitions().stream().map(GraphQLNamedSchemaElement::getName)
                        : Stream.empty();
        };
    }

    private Stream<GraphQLFieldDefinition> fields(String type) {
        return schema.getType(type) instanceof GraphQLFieldsContainer container
                ? container.getFieldDefinitions().stream()
                : Stream.empty();
    }

    /** The arguments of all fields that are named as the one is whose argument the error tells of. */
    private Stream<String> arguments(GraphQLError error) {
        Set<String> names = fieldsIn(document)
                .filter(field -> field.getArguments().stream()
                        .anyMatch(each -> locations(error).contains(each.getSourceLocation())))
                .map(Field::getName)
                .collect(Collectors.toSet());
        return schema.getAllTypesAsList().stream()
                .flatMap(type -> fields(type.getName()))
                .filter(field -> names.contains(field.getName()))
                .flatMap(field -> field.getArguments().stream())
                .map(GraphQLArgument::getName);
    }

    private static Stream<Field> fieldsIn(Node<?> node) {
        Stream<Field> below = node.getChildren().stream().flatMap(DidYouMean::fieldsIn);
        return node instanceof Field field ? Stream.concat(Stream.of(field), below) : below;
    }
}
