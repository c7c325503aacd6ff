package fr.jalon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.TestGraph;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What null does wherever the contract has a place for it, found by rule from the contract itself. */
class NullsTest {

    private static final Pattern COMMA = Pattern.compile(", ");
    private static final GraphQLSchema SCHEMA = TestGraph.CONTRACT.graphQlSchema();
    private static final int AT_ONCE = 8;
    private static final RandomValues VALUES =
            new RandomValues(new Random(1), new KnownValues(List.of("x"), List.of("x")));

    /** An argument of a field, and how a document reaches the field. */
    record Place(String name, GraphQLFieldDefinition field, GraphQLArgument argument, UnaryOperator<String> document) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Place> places() {
        Stream<Place> roots = fields("Query", selection -> "{ %s }".formatted(selection));
        Stream<Place> ofNodes =
                Objects.requireNonNull(SCHEMA.getImplementations((GraphQLInterfaceType) type("Node"))).stream()
                        .flatMap(type -> fields(
                                type.getName(),
                                selection -> "{ node(id: \"x\") { ... on %s { %s } } }"
                                        .formatted(type.getName(), selection)));
        return Stream.concat(roots, ofNodes);
    }

    private static GraphQLType type(String name) {
        return Objects.requireNonNull(SCHEMA.getType(name));
    }

    private static Stream<Place> fields(String type, UnaryOperator<String> document) {
        return ((GraphQLFieldsContainer) type(type))
                .getFieldDefinitions().stream()
                        .flatMap(field -> field.getArguments().stream()
                                .map(argument -> new Place(
                                        type + "." + field.getName() + "(" + argument.getName() + ")",
                                        field,
                                        argument,
                                        document)));
    }

    static Stream<Place> required() {
        return places().filter(
                        place -> GraphQLTypeUtil.isNonNull(place.argument().getType()));
    }

    static Stream<Place> lists() {
        return places().filter(
                        place -> GraphQLTypeUtil.isList(bare(place.argument().getType())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("required")
    void a_variable_that_is_null_where_a_value_must_be_is_named(Place place) {
        Told told = answer(place, bare(place.argument().getType()), "$v");

        assertThat(told.codes()).containsExactly("BAD_REQUEST");
        assertThat(told.messages().get(0))
                .startsWith("Variable 'v' is null, but the argument '%s' must not be null"
                        .formatted(place.argument().getName()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lists")
    void a_variable_that_is_null_within_a_list_is_named(Place place) {
        GraphQLType element = GraphQLTypeUtil.unwrapOne(bare(place.argument().getType()));
        Told told = answer(place, bare(element), "[$v]");

        assertThat(told.codes()).containsExactly("BAD_REQUEST");
        assertThat(told.messages().get(0))
                .startsWith("Variable 'v' is null, but an element of the argument '%s' must not be null"
                        .formatted(place.argument().getName()));
    }

    /** The fields of one type by document: for each of them, all arguments that may be null are. */
    static Stream<List<Place>> optional() {
        return places()
                .filter(place -> !GraphQLTypeUtil.isNonNull(place.argument().getType()))
                .collect(Collectors.groupingBy(
                        place -> place.name().startsWith("Query.")
                                ? place.field().getName()
                                : place.document().apply(""),
                        TreeMap::new,
                        Collectors.toList()))
                .values()
                .stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("optional")
    void null_in_spite_of_a_default_means_nothing_where_null_may_be(List<Place> places) {
        Map<String, Object> variables = new HashMap<>();
        List<String> declared = new ArrayList<>();
        Map<GraphQLFieldDefinition, List<String>> given = new LinkedHashMap<>();
        for (Place place : places) {
            String variable = "v" + declared.size();
            GraphQLType type = place.argument().getType();
            declared.add("$%s: %s = %s"
                    .formatted(
                            variable,
                            GraphQLTypeUtil.simplePrint(type),
                            VALUES.of(type).literal()));
            variables.put(variable, null);
            given.computeIfAbsent(place.field(), first -> new ArrayList<>())
                    .add("%s: $%s".formatted(place.argument().getName(), variable));
        }
        List<String> fields = new ArrayList<>();
        given.forEach((field, arguments) -> fields.add("f%s: %s(%s%s)%s"
                .formatted(
                        fields.size(),
                        field.getName(),
                        String.join(", ", arguments),
                        others(field, null),
                        selection(field))));
        String document = "query (%s) %s"
                .formatted(String.join(", ", declared), places.get(0).document().apply(String.join(" ", fields)));

        Told told = Told.by(TestGraph.shared().answer(document, variables));

        assertThat(told.codes()).as(document).doesNotContain("INTERNAL", "BAD_REQUEST");
    }

    private static Told answer(Place place, GraphQLType type, String value) {
        String field = "%s(%s: %s%s)%s"
                .formatted(
                        place.field().getName(),
                        place.argument().getName(),
                        value,
                        others(place.field(), place.argument()),
                        selection(place.field()));
        String document = "query ($v: %s = %s) %s"
                .formatted(
                        GraphQLTypeUtil.simplePrint(type),
                        VALUES.of(type).literal(),
                        place.document().apply(field));
        Map<String, Object> variables = new HashMap<>();
        variables.put("v", null);
        return Told.by(TestGraph.shared().answer(document, variables));
    }

    /** The arguments that a field needs besides one. */
    private static String others(GraphQLFieldDefinition field, @Nullable GraphQLArgument but) {
        return field.getArguments().stream()
                .filter(each -> !each.equals(but) && GraphQLTypeUtil.isNonNull(each.getType()))
                .filter(each -> !each.hasSetDefaultValue())
                .map(each -> ", %s: %s"
                        .formatted(
                                each.getName(),
                                onceEach(VALUES.of(each.getType()).literal())))
                .collect(Collectors.joining());
    }

    /** Dimensions are named once each. */
    private static String onceEach(String literal) {
        return literal.startsWith("[")
                ? COMMA.splitAsStream(literal.substring(1, literal.length() - 1))
                        .distinct()
                        .collect(Collectors.joining(", ", "[", "]"))
                : literal;
    }

    private static String selection(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLFieldsContainer ? " { __typename }" : "";
    }

    private static GraphQLType bare(GraphQLType type) {
        return GraphQLTypeUtil.unwrapNonNull(type);
    }

    /** A root field that takes a filter. */
    record Root(String name, GraphQLInputObjectType filter) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Root> roots() {
        List<Root> roots = new ArrayList<>();
        for (GraphQLFieldDefinition field : SCHEMA.getQueryType().getFieldDefinitions()) {
            GraphQLArgument filter = field.getArgument("filter");
            if (filter != null && field.getArgument("first") != null) {
                roots.add(new Root(field.getName(), (GraphQLInputObjectType) filter.getType()));
            }
        }
        return roots.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("roots")
    void null_in_a_filter_is_no_condition_but_for_what_has_no_value(Root root) {
        int all = TestGraph.shared()
                .json("{ %s { totalCount } }".formatted(root.name()), Map.of())
                .findPath("totalCount")
                .intValue();
        List<String> free = new ArrayList<>();
        List<String> without = new ArrayList<>();
        List<String> never = new ArrayList<>();
        root.filter().getFields().forEach(field -> {
            free.add("{ %s: null }".formatted(field.getName()));
            if (GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLInputObjectType nested
                    && !List.of("and", "or", "not").contains(field.getName())) {
                boolean known = nested.getFieldDefinition("exists") != null;
                nested.getFields().forEach(operator -> {
                    String filter = "{ %s: { %s: null } }".formatted(field.getName(), operator.getName());
                    (!operator.getName().equals("eq") ? free : known ? without : never).add(filter);
                });
                if (nested.getFieldDefinition("count") != null) {
                    free.add("{ %s: { count: { in: null, gt: null } } }".formatted(field.getName()));
                    never.add("{ %s: { count: { eq: null } } }".formatted(field.getName()));
                }
            }
        });

        assertThat(counts(root.name(), free))
                .allSatisfy((filter, count) -> assertThat(count).as(filter).isEqualTo(all));
        assertThat(counts(root.name(), never))
                .allSatisfy((filter, count) -> assertThat(count).as(filter).isZero());
        List<String> none = without.stream()
                .map(filter -> filter.replace("eq: null", "exists: false"))
                .toList();
        assertThat(List.copyOf(counts(root.name(), without).values()))
                .as(without.toString())
                .isEqualTo(List.copyOf(counts(root.name(), none).values()));
    }

    /** How many nodes each filter finds. */
    private static Map<String, Integer> counts(String root, List<String> filters) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int from = 0; from < filters.size(); from += AT_ONCE) {
            List<String> some = filters.subList(from, Math.min(filters.size(), from + AT_ONCE));
            StringBuilder query = new StringBuilder("{");
            for (int i = 0; i < some.size(); i++) {
                query.append(" a%s: %s(filter: %s) { totalCount }".formatted(i, root, some.get(i)));
            }
            JsonNode answer = TestGraph.shared().json(query + " }", Map.of());
            assertThat(answer.path("errors")).as(query.toString()).isEmpty();
            for (int i = 0; i < some.size(); i++) {
                counts.put(
                        some.get(i),
                        answer.path("data").path("a" + i).path("totalCount").intValue());
            }
        }
        return counts;
    }
}
