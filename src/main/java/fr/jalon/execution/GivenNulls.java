package fr.jalon.execution;

import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.NullValue;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds variables that are null where none may be: a variable with a default may stand in such a place, as section 5.8.5 of
 * the GraphQL specification allows, and be given null all the same, which section 6.4.1 makes an error.
 */
final class GivenNulls {

    private final GraphQLSchema schema;
    private final Document document;
    private final Set<String> nulls;
    private final Set<String> spread = new HashSet<>();
    private final List<GraphQLError> errors = new ArrayList<>();

    private GivenNulls(GraphQLSchema schema, Document document, Set<String> nulls) {
        this.schema = schema;
        this.document = document;
        this.nulls = nulls;
    }

    /** One error for each place; none where the document has no such operation, which is told elsewhere. */
    static List<GraphQLError> in(Document document, ExecutionInput input, GraphQLSchema schema) {
        OperationDefinition operation = PreparedOperations.definition(document, input.getOperationName());
        if (operation == null) {
            return List.of();
        }
        Map<String, Object> given = input.getRawVariables().toMap();
        Set<String> nulls = operation.getVariableDefinitions().stream()
                .filter(variable -> isNull(variable, given))
                .map(VariableDefinition::getName)
                .collect(Collectors.toSet());
        if (nulls.isEmpty() || operation.getOperation() != OperationDefinition.Operation.QUERY) {
            return List.of();
        }
        GivenNulls search = new GivenNulls(schema, document, nulls);
        search.directives(operation);
        search.selections(operation.getSelectionSet(), schema.getQueryType());
        return search.errors;
    }

    private static boolean isNull(VariableDefinition variable, Map<String, Object> given) {
        return given.containsKey(variable.getName())
                ? given.get(variable.getName()) == null
                : variable.getDefaultValue() instanceof NullValue;
    }

    private void selections(@Nullable SelectionSet selections, GraphQLType parent) {
        if (selections != null && parent instanceof GraphQLCompositeType composite) {
            for (Selection<?> selection : selections.getSelections()) {
                selection(selection, composite);
            }
        }
    }

    private void selection(Selection<?> selection, GraphQLCompositeType parent) {
        if (selection instanceof Field field) {
            directives(field);
            // A union has no field but __typename, which takes no argument.
            if (parent instanceof GraphQLFieldsContainer container) {
                GraphQLFieldDefinition definition =
                        Introspection.getFieldDefinition(schema, container, field.getName());
                arguments(field.getArguments(), definition::getArgument, "");
                selections(field.getSelectionSet(), GraphQLTypeUtil.unwrapAll(definition.getType()));
            }
        } else if (selection instanceof InlineFragment inline) {
            directives(inline);
            selections(
                    inline.getSelectionSet(),
                    inline.getTypeCondition() == null
                            ? parent
                            : type(inline.getTypeCondition().getName()));
        } else if (selection instanceof FragmentSpread fragment) {
            directives(fragment);
            if (spread.add(fragment.getName())) {
                document.getDefinitionsOfType(FragmentDefinition.class).stream()
                        .filter(each -> each.getName().equals(fragment.getName()))
                        .forEach(each -> selections(
                                each.getSelectionSet(),
                                type(each.getTypeCondition().getName())));
            }
        }
    }

    private GraphQLType type(String name) {
        return Objects.requireNonNull(schema.getType(name));
    }

    private void directives(DirectivesContainer<?> container) {
        for (Directive directive : container.getDirectives()) {
            GraphQLDirective definition = Objects.requireNonNull(schema.getDirective(directive.getName()));
            arguments(directive.getArguments(), definition::getArgument, " of @" + directive.getName());
        }
    }

    private void arguments(List<Argument> arguments, Function<String, GraphQLArgument> definitions, String of) {
        for (Argument argument : arguments) {
            value(
                    argument.getValue(),
                    definitions.apply(argument.getName()).getType(),
                    "the argument '%s'%s".formatted(argument.getName(), of));
        }
    }

    private void value(Value<?> value, GraphQLType type, String place) {
        GraphQLType bare = GraphQLTypeUtil.unwrapNonNull(type);
        if (value instanceof VariableReference variable) {
            if (GraphQLTypeUtil.isNonNull(type) && nulls.contains(variable.getName())) {
                errors.add(error(variable, place));
            }
        } else if (value instanceof ArrayValue array && GraphQLTypeUtil.isList(bare)) {
            for (Value<?> each : array.getValues()) {
                value(each, GraphQLTypeUtil.unwrapOne(bare), "an element of " + place);
            }
        } else if (GraphQLTypeUtil.isList(bare)) {
            // A single value stands for a list of one.
            value(value, GraphQLTypeUtil.unwrapOne(bare), place);
        } else if (value instanceof ObjectValue object && bare instanceof GraphQLInputObjectType input) {
            object.getObjectFields().forEach(field -> {
                GraphQLInputObjectField definition = input.getFieldDefinition(field.getName());
                value(field.getValue(), definition.getType(), "'%s' in %s".formatted(field.getName(), place));
            });
        }
    }

    private static GraphQLError error(VariableReference variable, String place) {
        String message = "Variable '%s' is null, but %s must not be null; leave the variable out for its default."
                .formatted(variable.getName(), place);
        return new Failure(ErrorCode.BAD_REQUEST, message, null, List.of(variable.getSourceLocation()));
    }
}
