package fr.jalon.tabular;

import fr.jalon.execution.GraphQlRequest;
import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.Node;
import graphql.language.NodeTraverser;
import graphql.language.NodeVisitorStub;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A query with one list at its root, made anew so that it reads the list alone, a page at a time.
 *
 * @param request the query as it came
 * @param document the query of a page; of a plain list, of all of it
 * @param root result key of the list
 * @param items field of the connection that holds the items; null for a plain list
 * @param columns of the table
 */
record ListQuery(
        GraphQlRequest request,
        String document,
        String root,
        @Nullable String items,
        List<Column> columns) {

    private static final String FIRST = "jalonFirst";
    private static final String AFTER = "jalonAfter";
    private static final Set<String> PAGE_ARGUMENTS = Set.of("first", "after", "last", "before");
    private static final Field PAGE_INFO = Parser.parse("{ pageInfo { hasNextPage endCursor } }")
            .getFirstDefinitionOfType(OperationDefinition.class)
            .map(operation ->
                    (Field) operation.getSelectionSet().getSelections().get(0))
            .orElseThrow();

    /**
     * Reads a query.
     *
     * @return empty where it is not valid, which whoever runs it tells better
     * @throws NoListException where it has no list at its root, or more than one field
     */
    static Optional<ListQuery> of(GraphQLSchema schema, GraphQlRequest request) {
        Document document;
        try {
            document = Parser.parse(request.query());
        } catch (InvalidSyntaxException e) {
            return Optional.empty();
        }
        return operation(document, request.operationName())
                .filter(operation -> operation.getOperation() == OperationDefinition.Operation.QUERY)
                .flatMap(operation -> of(schema, request, document, operation));
    }

    private static Optional<OperationDefinition> operation(Document document, @Nullable String name) {
        List<OperationDefinition> named = document.getDefinitionsOfType(OperationDefinition.class).stream()
                .filter(each -> name == null || name.equals(each.getName()))
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private static Optional<ListQuery> of(
            GraphQLSchema schema, GraphQlRequest request, Document document, OperationDefinition operation) {
        List<?> selected = operation.getSelectionSet().getSelections();
        if (selected.size() != 1 || !(selected.get(0) instanceof Field root)) {
            throw NoListException.found("found %s fields".formatted(selected.size()));
        }
        @Nullable GraphQLFieldDefinition definition = schema.getQueryType().getFieldDefinition(root.getName());
        if (definition == null) {
            return Optional.empty();
        }
        if (root.getSelectionSet() == null) {
            throw NoListException.found("found `%s`, which is one thing".formatted(root.getName()));
        }
        GraphQLType value = GraphQLTypeUtil.unwrapNonNull(definition.getType());
        GraphQLCompositeType type = GraphQLTypeUtil.unwrapAllAs(value);
        if (GraphQLTypeUtil.isList(value)) {
            return Columns.of(schema, document, type, root.getSelectionSet())
                    .map(columns -> new ListQuery(request, request.query(), root.getResultKey(), null, columns));
        }
        Field items = items(root, type);
        GraphQLCompositeType itemType = GraphQLTypeUtil.unwrapAllAs(((GraphQLFieldsContainer) type)
                .getFieldDefinition(items.getName())
                .getType());
        return Columns.of(schema, document, itemType, items.getSelectionSet())
                .map(columns -> new ListQuery(
                        request,
                        AstPrinter.printAst(page(document, operation, root, items)),
                        root.getResultKey(),
                        items.getResultKey(),
                        columns));
    }

    private static Field items(Field root, GraphQLCompositeType type) {
        boolean connection =
                type instanceof GraphQLFieldsContainer fields && fields.getFieldDefinition("pageInfo") != null;
        SelectionSet selected = Objects.requireNonNull(root.getSelectionSet());
        return selected.getSelectionsOfType(Field.class).stream()
                .filter(each -> connection && Set.of("nodes", "edges").contains(each.getName()))
                .findFirst()
                .orElseThrow(() -> NoListException.found("found `%s`%s"
                        .formatted(
                                root.getName(), connection ? " without `nodes` or `edges`" : ", which is one thing")));
    }

    /** The operation with nothing but the items and where the next page begins, and what of the document they need. */
    @SuppressWarnings("rawtypes")
    private static Document page(Document document, OperationDefinition operation, Field root, Field items) {
        List<Argument> arguments = new ArrayList<>(root.getArguments().stream()
                .filter(each -> !PAGE_ARGUMENTS.contains(each.getName()))
                .toList());
        arguments.add(new Argument("first", new VariableReference(FIRST)));
        arguments.add(new Argument("after", new VariableReference(AFTER)));
        Field list = root.transform(field -> field.arguments(arguments)
                .selectionSet(SelectionSet.newSelectionSet()
                        .selection(items)
                        .selection(PAGE_INFO)
                        .build()));
        List<Definition> fragments = fragments(document, list);
        Set<String> used = new HashSet<>(Used.in(VariableReference.class, VariableReference::getName, list));
        fragments.forEach(each -> used.addAll(Used.in(VariableReference.class, VariableReference::getName, each)));
        List<VariableDefinition> variables = new ArrayList<>(operation.getVariableDefinitions().stream()
                .filter(each -> used.contains(each.getName()))
                .toList());
        variables.add(variable(FIRST, "Int"));
        variables.add(variable(AFTER, "String"));
        OperationDefinition page = operation.transform(builder -> builder.variableDefinitions(variables)
                .selectionSet(SelectionSet.newSelectionSet().selection(list).build()));
        List<Definition> definitions = new ArrayList<>(List.of(page));
        definitions.addAll(fragments);
        return Document.newDocument().definitions(definitions).build();
    }

    private static VariableDefinition variable(String name, String type) {
        return VariableDefinition.newVariableDefinition()
                .name(name)
                .type(TypeName.newTypeName(type).build())
                .build();
    }

    /** The fragments that a field spreads, and those that they spread. */
    @SuppressWarnings("rawtypes")
    private static List<Definition> fragments(Document document, Field field) {
        Map<String, FragmentDefinition> all = new HashMap<>();
        document.getDefinitionsOfType(FragmentDefinition.class).forEach(each -> all.put(each.getName(), each));
        List<Definition> needed = new ArrayList<>();
        List<String> waiting = new ArrayList<>(Used.in(FragmentSpread.class, FragmentSpread::getName, field));
        while (!waiting.isEmpty()) {
            FragmentDefinition next = all.remove(waiting.remove(0));
            if (next != null) {
                needed.add(next);
                waiting.addAll(Used.in(FragmentSpread.class, FragmentSpread::getName, next));
            }
        }
        return needed;
    }

    /** The request of a page that begins behind a cursor. */
    GraphQlRequest page(int size, @Nullable String after) {
        Map<String, Object> variables = new HashMap<>(request.variables());
        if (items != null) {
            variables.put(FIRST, size);
            if (after != null) {
                variables.put(AFTER, after);
            }
        }
        return request.asking(document, variables);
    }

    /** Finds the names of nodes of a kind below another. */
    private static final class Used<T extends Node<?>> extends NodeVisitorStub {

        private final Class<T> kind;
        private final Function<T, String> name;
        private final Set<String> names = new HashSet<>();

        private Used(Class<T> kind, Function<T, String> name) {
            this.kind = kind;
            this.name = name;
        }

        static <T extends Node<?>> Set<String> in(Class<T> kind, Function<T, String> name, Node<?> root) {
            Used<T> used = new Used<>(kind, name);
            new NodeTraverser().preOrder(used, root);
            return used.names;
        }

        @Override
        @SuppressWarnings("rawtypes")
        protected TraversalControl visitNode(Node node, TraverserContext<Node> context) {
            Stream.of(node).filter(kind::isInstance).map(kind::cast).map(name).forEach(names::add);
            return TraversalControl.CONTINUE;
        }
    }
}
