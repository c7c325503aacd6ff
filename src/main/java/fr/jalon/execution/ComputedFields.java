package fr.jalon.execution;

import fr.jalon.answer.JsonBuffer;
import fr.jalon.execution.CacheRoom.Footprint;
import fr.jalon.execution.Operation.Root;
import fr.jalon.plan.Arguments;
import fr.jalon.plan.PageLimits;
import fr.jalon.plan.Planner;
import fr.jalon.schema.Contract;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.parser.Parser;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The root fields that are computed, each with its document. */
final class ComputedFields {

    /** The lists of our documents may be long, whatever clients may ask for. */
    private static final PageLimits PAGES = new PageLimits(1000, 1000);

    private final GraphQLSchema schema;
    private final Planner planner;
    private final Map<String, Computed> byName;

    private record Computed(ComputedField field, Document document) {

        static Computed of(ComputedField field) {
            return new Computed(field, Parser.parse(field.document()));
        }

        OperationDefinition operation() {
            return document.getDefinitionsOfType(OperationDefinition.class).get(0);
        }

        int rootFields() {
            Stream<SelectionSet> uppermost = Stream.concat(
                    Stream.of(operation().getSelectionSet()),
                    document.getDefinitionsOfType(FragmentDefinition.class).stream()
                            .filter(fragment ->
                                    fragment.getTypeCondition().getName().equals("Query"))
                            .map(FragmentDefinition::getSelectionSet));
            return uppermost
                    .mapToInt(set -> set.getSelectionsOfType(Field.class).size())
                    .sum();
        }

        CoercedVariables variables(ExecutableNormalizedField asked) {
            Map<String, Object> variables = Arguments.of(asked).known();
            Set<String> selected = asked.getChildren().stream()
                    .map(ExecutableNormalizedField::getFieldName)
                    .collect(Collectors.toSet());
            operation()
                    .getVariableDefinitions()
                    .forEach(each -> variables.putIfAbsent(each.getName(), selected.contains(each.getName())));
            return CoercedVariables.of(variables);
        }
    }

    /** Refuses fields that are not those the contract wants computed. */
    ComputedFields(Contract contract, List<ComputedField> fields) {
        this.schema = contract.graphQlSchema();
        this.planner = new Planner(contract, PAGES);
        this.byName = fields.stream().collect(Collectors.toMap(ComputedField::name, Computed::of));
        if (!byName.keySet().equals(contract.computed())) {
            throw new IllegalArgumentException(
                    "The contract wants %s computed, found %s".formatted(contract.computed(), byName.keySet()));
        }
    }

    boolean contain(String field) {
        return byName.containsKey(field);
    }

    /** How many root fields are read for a root field at the most. */
    int cost(String field) {
        Computed computed = byName.get(field);
        return computed == null ? 1 : computed.rootFields();
    }

    /** Makes a field ready to be computed. */
    Root.Computed compile(ExecutableNormalizedField asked) {
        Computed computed = Objects.requireNonNull(byName.get(asked.getFieldName()));
        List<? extends Root> roots = ExecutableNormalizedOperationFactory.createExecutableNormalizedOperation(
                        schema, computed.document(), null, computed.variables(asked))
                .getTopLevelFields()
                .stream()
                .map(planner::plan)
                .map(Root.Read::of)
                .toList();
        return new Root.Computed(
                asked.getResultKey(),
                new Operation(List.copyOf(roots), List.of()),
                computed.field(),
                arguments(asked),
                ComputedSelection.of(asked, schema));
    }

    private Map<String, Object> arguments(ExecutableNormalizedField asked) {
        GraphQLFieldDefinition field = schema.getQueryType().getField(asked.getFieldName());
        Map<String, Object> arguments = Arguments.of(asked).known();
        arguments.replaceAll((name, value) ->
                GraphQLTypeUtil.unwrapAll(field.getArgument(name).getType()) instanceof GraphQLScalarType scalar
                        ? serialized(scalar, value)
                        : value);
        return arguments;
    }

    private static Object serialized(GraphQLScalarType scalar, Object value) {
        return Objects.requireNonNull(scalar.getCoercing().serialize(value, GraphQLContext.getDefault(), Locale.ROOT));
    }

    /**
     * What an operation selects of a computed value.
     *
     * @param resultKey the alias, or else the name
     * @param name of the field in the contract
     * @param type name of the type that declares it
     * @param nonNull whether the contract promises a value
     * @param fields of its value; none of a leaf
     */
    record ComputedSelection(
            String resultKey, String name, String type, boolean nonNull, List<ComputedSelection> fields) {

        private static final int OBJECT = 100;
        private static final int PLACE = 8;

        static ComputedSelection of(ExecutableNormalizedField field, GraphQLSchema schema) {
            return new ComputedSelection(
                    field.getResultKey(),
                    field.getFieldName(),
                    field.getSingleObjectTypeName(),
                    field.getType(schema) instanceof GraphQLNonNull,
                    field.getChildren().stream().map(child -> of(child, schema)).toList());
        }

        /** How many bytes it takes to keep; names are the contract's. */
        long footprint() {
            return OBJECT
                    + Footprint.of(resultKey)
                    + fields.stream()
                            .mapToLong(field -> PLACE + field.footprint())
                            .sum();
        }

        /** Completes a value; one that lacks what the contract promises was computed wrongly. */
        void write(@Nullable Object value, JsonBuffer json) {
            if (value == null && nonNull) {
                throw new IllegalStateException("%s.%s was computed without a value".formatted(type, name));
            } else if (value instanceof List<?> items && !fields.isEmpty()) {
                json.open('[');
                for (Object item : items) {
                    json.item();
                    write(item, json);
                }
                json.close(']');
            } else if (value instanceof Map<?, ?> object) {
                json.open('{');
                for (ComputedSelection field : fields) {
                    json.name(field.resultKey);
                    field.write(field.name.equals("__typename") ? field.type : object.get(field.name), json);
                }
                json.close('}');
            } else {
                json.value(value);
            }
        }
    }
}
