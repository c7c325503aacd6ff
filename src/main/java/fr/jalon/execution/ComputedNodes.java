package fr.jalon.execution;

import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphType;
import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnmodifiedType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an operation selects of the nodes that a computed value holds: the statements of the document read it, too, each node's
 * beside what the document selects of it, under result keys that begin with the number of the place where it is selected.
 *
 * <p>The document says by {@code @answers(fields: ["a.b"])} which fields of the value its nodes stand in.
 */
final class ComputedNodes {

    private static final String DIRECTIVE = "answers";

    private final ExecutableNormalizedOperation document;
    private final Set<String> places;
    private final Consumer<ExecutableNormalizedField> check;
    private final Map<String, List<ExecutableNormalizedField>> selected = new HashMap<>();
    private int numbers;

    /**
     * Nodes of which nothing is selected yet.
     *
     * @param places fields of the value that hold nodes, each with the names of those that lead to it
     * @param check fails where clients may not select what they do
     */
    ComputedNodes(
            ExecutableNormalizedOperation document, Set<String> places, Consumer<ExecutableNormalizedField> check) {
        this.document = document;
        this.places = places;
        this.check = check;
    }

    /** The places that the document gives, which have to be those where the contract has nodes. */
    static Set<String> checked(String field, Document document, Contract contract) {
        Set<String> given = new TreeSet<>();
        document.getDefinitions().forEach(definition -> collect(definition, given));
        Set<String> types = contract.types().stream().map(GraphType::name).collect(Collectors.toSet());
        Set<String> wanted = new TreeSet<>();
        collect(contract.graphQlSchema().getQueryType().getField(field).getType(), "", Set.of(), types, wanted);
        if (!given.equals(wanted)) {
            throw new IllegalArgumentException("The contract has nodes in %s of %s, the document gives them to %s"
                    .formatted(wanted, field, given));
        }
        return given;
    }

    private static void collect(Node<?> node, Set<String> given) {
        if (node instanceof Field field) {
            given.addAll(places(field));
        }
        node.getChildren().forEach(child -> collect(child, given));
    }

    /** Nothing is within itself: no document reads to any depth. */
    private static void collect(
            GraphQLOutputType type, String path, Set<String> above, Set<String> types, Set<String> wanted) {
        GraphQLUnmodifiedType unwrapped = GraphQLTypeUtil.unwrapAll(type);
        if (types.contains(unwrapped.getName())) {
            wanted.add(path);
        } else if (unwrapped instanceof GraphQLObjectType object && !above.contains(object.getName())) {
            Set<String> within = new TreeSet<>(above);
            within.add(object.getName());
            object.getFieldDefinitions()
                    .forEach(field -> collect(field.getType(), below(path, field.getName()), within, types, wanted));
        }
    }

    static String below(String path, String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    /** Takes in what is selected at a place; the keys that it gets, or null where the place holds no nodes. */
    @Nullable
    List<String> select(String place, ExecutableNormalizedField field) {
        if (!places.contains(place)) {
            return null;
        }
        check.accept(field);
        String start = numbers++ + ":";
        List<ExecutableNormalizedField> fields = field.getChildren().stream()
                .map(child -> child.transform(builder -> builder.alias(start + child.getResultKey())))
                .toList();
        selected.computeIfAbsent(place, none -> new ArrayList<>()).addAll(fields);
        return fields.stream()
                .map(ExecutableNormalizedField::getResultKey)
                .distinct()
                .toList();
    }

    /** The result key that the operation has for one that {@link #select} gave. */
    static String resultKey(String key) {
        return key.substring(key.indexOf(':') + 1);
    }

    /** A field of the document with what is selected beside it. */
    ExecutableNormalizedField beside(ExecutableNormalizedField field) {
        List<ExecutableNormalizedField> children = Stream.concat(
                        field.getChildren().stream().map(this::beside), selected(field))
                .toList();
        return field.transform(builder -> builder.children(children));
    }

    /** The same without anything that the document selects for itself; empty where nothing is left. */
    Optional<ExecutableNormalizedField> alone(ExecutableNormalizedField field) {
        List<ExecutableNormalizedField> children = Stream.concat(
                        field.getChildren().stream().map(this::alone).flatMap(Optional::stream), selected(field))
                .toList();
        return children.isEmpty()
                ? Optional.empty()
                : Optional.of(field.transform(builder -> builder.children(children)));
    }

    private Stream<ExecutableNormalizedField> selected(ExecutableNormalizedField field) {
        return Objects.requireNonNull(document.getMergedField(field)).getFields().stream()
                .flatMap(each -> places(each).stream())
                .distinct()
                .flatMap(place -> selected.getOrDefault(place, List.of()).stream());
    }

    private static List<String> places(Field field) {
        return field.getDirectives(DIRECTIVE).stream()
                .flatMap(ComputedNodes::values)
                .map(each -> ((StringValue) each).getValue())
                .toList();
    }

    private static Stream<? extends Value<?>> values(Directive directive) {
        Value<?> fields =
                Objects.requireNonNull(directive.getArgument("fields")).getValue();
        return fields instanceof ArrayValue list
                ? list.getValues().stream().map(each -> (Value<?>) each)
                : Stream.of(fields);
    }
}
