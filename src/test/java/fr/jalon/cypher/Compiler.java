package fr.jalon.cypher;

import fr.jalon.TestGraph;
import fr.jalon.plan.Planner;
import fr.jalon.plan.RootPlan;
import graphql.GraphQLContext;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.OperationDefinition;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** From a GraphQL document to Cypher, without a graph. */
final class Compiler {

    private static final GraphQLSchema SCHEMA = TestGraph.CONTRACT.graphQlSchema();
    private static final Planner PLANNER = new Planner(TestGraph.CONTRACT, TestGraph.PAGES);
    private static final ReadRenderer RENDERER = ReadRenderer.ofValues(() -> TestGraph.MANY);

    private Compiler() {}

    static List<CypherStatement> compile(String query, Map<String, Object> variables) {
        List<CypherStatement> statements = new ArrayList<>();
        for (ExecutableNormalizedField field : fields(query, variables)) {
            ReadStatements read = RENDERER.at(PLANNER.moment(field)).render(PLANNER.plan(field));
            if (read.rows() != null) {
                statements.add(read.rows());
            }
            if (read.count() != null) {
                statements.add(read.count());
            }
            if (read.facets() != null) {
                statements.add(read.facets());
            }
            if (read.suggestions() != null) {
                statements.add(read.suggestions());
            }
        }
        return statements;
    }

    static List<RootPlan> plans(String query, Map<String, Object> variables) {
        return fields(query, variables).stream().map(PLANNER::plan).toList();
    }

    private static List<ExecutableNormalizedField> fields(String query, Map<String, Object> variables) {
        return normalized(query, variables).getTopLevelFields().stream()
                .filter(field -> !field.getFieldName().startsWith("__"))
                .toList();
    }

    private static ExecutableNormalizedOperation normalized(String query, Map<String, Object> variables) {
        var document = new Parser().parseDocument(query);
        var errors = new Validator().validateDocument(SCHEMA, document, Locale.ROOT);
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(errors.toString());
        }
        var operation = document.getDefinitionsOfType(OperationDefinition.class).get(0);
        var coerced = ValuesResolver.coerceVariableValues(
                SCHEMA,
                operation.getVariableDefinitions(),
                RawVariables.of(variables),
                GraphQLContext.getDefault(),
                Locale.ROOT);
        return ExecutableNormalizedOperationFactory.createExecutableNormalizedOperation(
                SCHEMA, document, null, coerced);
    }
}
