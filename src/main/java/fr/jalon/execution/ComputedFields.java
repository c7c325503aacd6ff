package fr.jalon.execution;

import fr.jalon.cypher.ReadRenderer;
import fr.jalon.execution.Errors.Wording;
import fr.jalon.execution.Failure.Position;
import fr.jalon.execution.Failure.Refused;
import fr.jalon.execution.Operation.Root;
import fr.jalon.plan.Arguments;
import fr.jalon.plan.PageLimits;
import fr.jalon.plan.Planner;
import fr.jalon.plan.RootPlan;
import fr.jalon.schema.Contract;
import graphql.GraphQLContext;
import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.parser.Parser;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The root fields that are computed, each with its document. */
final class ComputedFields {

    /** The lists of our documents may be long, whatever clients may ask for. */
    private static final int LONGEST = 1000;

    private final GraphQLSchema schema;
    private final ReadRenderer renderer;
    private final Planner planner;
    private final Planner clients;
    private final Map<String, Computed> fields;

    private record Computed(ComputedField field, Document document, Set<String> nodes) {

        static Computed of(ComputedField field, Contract contract) {
            Document document = Parser.parse(field.document());
            return new Computed(field, document, ComputedNodes.checked(field.name(), document, contract));
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

        /** Fails with {@link Refused} where values do not fit. */
        CoercedVariables coerced(Map<String, Object> variables, GraphQLSchema schema) {
            try {
                return ValuesResolver.coerceVariableValues(
                        schema,
                        operation().getVariableDefinitions(),
                        RawVariables.of(variables),
                        GraphQLContext.getDefault(),
                        Locale.ROOT);
            } catch (GraphQLException e) {
                throw Refused.badRequest(e instanceof GraphQLError error ? Wording.of(error) : String.valueOf(e));
            }
        }
    }

    /**
     * Refuses fields that are not those the contract wants computed.
     *
     * @param pages what clients may ask for below the nodes that a value holds
     */
    ComputedFields(Contract contract, PageLimits pages, List<ComputedField> fields, ReadRenderer renderer) {
        this.renderer = renderer;
        this.schema = contract.graphQlSchema();
        this.planner = new Planner(contract, new PageLimits(pages.standard(), LONGEST));
        this.clients = new Planner(contract, pages);
        Set<String> names = fields.stream().map(ComputedField::name).collect(Collectors.toSet());
        if (!names.equals(contract.computed())) {
            throw new IllegalArgumentException(
                    "The contract wants %s computed, found %s".formatted(contract.computed(), names));
        }
        this.fields =
                fields.stream().collect(Collectors.toMap(ComputedField::name, each -> Computed.of(each, contract)));
    }

    boolean contain(String field) {
        return fields.containsKey(field);
    }

    /** How many root fields are read for a root field at the most. */
    int cost(String field) {
        Computed computed = fields.get(field);
        return computed == null ? 1 : computed.rootFields();
    }

    /** Makes a field ready to be computed; fails with a {@link fr.jalon.plan.PlanException}. */
    Root.Computed compile(ExecutableNormalizedField asked) {
        Computed computed = Objects.requireNonNull(fields.get(asked.getFieldName()));
        ExecutableNormalizedOperation document = normalized(computed, computed.variables(asked));
        ComputedNodes nodes = new ComputedNodes(document, computed.nodes(), this::check);
        ComputedSelection selection = ComputedSelection.of(asked, schema, nodes);
        List<RootPlan> plans = document.getTopLevelFields().stream()
                .map(nodes::alone)
                .flatMap(Optional::stream)
                // Whoever is told of it knows the field by that name.
                .map(root -> root.transform(builder -> builder.alias(asked.getResultKey())))
                .map(planner::plan)
                .toList();
        return new Root.Computed(
                asked.getResultKey(),
                new Operation(
                        document.getTopLevelFields().stream()
                                .<Root>map(root -> Root.Read.of(nodes.beside(root), planner, renderer))
                                .toList(),
                        List.of()),
                plans,
                computed.field(),
                arguments(asked),
                selection);
    }

    /**
     * The document of a field as the server itself asks it, by which nothing is computed yet: whatever limits hold for clients,
     * but for the number of root fields.
     */
    Operation own(GraphQlRequest request, OperationLimits limits) {
        Computed computed = fields.values().stream()
                .filter(each -> each.field().document().equals(request.query()))
                .findFirst()
                .orElseThrow();
        limits.check(
                Limit.ROOT_FIELDS,
                computed.rootFields(),
                Position.of(computed.field().name()));
        List<Root> roots =
                normalized(computed, computed.coerced(request.variables(), schema)).getTopLevelFields().stream()
                        .<Root>map(field -> Root.Read.of(field, planner, renderer))
                        .toList();
        return Operation.own(roots, computed.field().patience());
    }

    /** Fails where clients may not select what they do of the nodes that a field leads to, which is read by another. */
    private void check(ExecutableNormalizedField field) {
        clients.check(field, GraphQLTypeUtil.unwrapAll(field.getType(schema)).getName());
    }

    private ExecutableNormalizedOperation normalized(Computed computed, CoercedVariables variables) {
        return ExecutableNormalizedOperationFactory.createExecutableNormalizedOperation(
                schema, computed.document(), null, variables);
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
}
