package fr.jalon.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract is written by hand, so this lists what a new field or type still lacks in filters, orders and arguments. */
class UniformContractTest {

    private static final Contract CONTRACT = Contract.packaged();
    private static final GraphQLSchema SCHEMA = CONTRACT.graphQlSchema();

    private static final Map<String, String> SCALARS = Map.of(
            "ID", "IdFilter",
            "String", "TextFilter",
            "Url", "TextFilter",
            "Boolean", "BooleanFilter",
            "Int", "IntFilter",
            "Float", "FloatFilter",
            "Date", "DateFilter",
            "PeriodLabel", "PeriodLabelFilter");

    private static final Set<String> SHARED = Set.of("TextListFilter", "CountFilter");

    /** Conditions on the interval that a period is; they stand for no field. */
    private static final Set<String> INTERVAL = Set.of(
            "PeriodFilter.within: PeriodLabel",
            "PeriodFilter.overlaps: PeriodLabel",
            "PeriodFilter.before: PeriodLabel",
            "PeriodFilter.after: PeriodLabel",
            "PeriodFilter.continuous: Boolean");

    @Test
    void nodes_are_filtered_by_every_property_and_relationship_and_joined_the_same_way() {
        Set<String> expected = new TreeSet<>(INTERVAL);
        for (String type : reached()) {
            String filter = type + "Filter";
            fields(type).forEach(field -> expected.add("%s.%s: %s".formatted(filter, field.name(), filter(field))));
            expected.addAll(List.of(
                    filter + ".and: [" + filter + "!]",
                    filter + ".or: [" + filter + "!]",
                    filter + ".not: " + filter,
                    filter + ".exists: Boolean"));
            if (isSearchable(type)) {
                expected.add(filter + ".search: String");
            }
        }
        for (String type : targets(field -> field.shape() != RelationshipField.Shape.ONE)) {
            Stream.of("some", "none", "every")
                    .forEach(quantifier -> expected.add("%1$sListFilter.%2$s: %1$sFilter".formatted(type, quantifier)));
            expected.add(type + "ListFilter.count: CountFilter");
        }
        enumerations()
                .forEach(type -> expected.addAll(List.of(
                        type + "Filter.eq: " + type,
                        type + "Filter.in: [" + type + "!]",
                        type + "Filter.exists: Boolean")));

        Set<String> found = inputs("Filter", name -> !SCALARS.containsValue(name) && !SHARED.contains(name));
        assertThat(without(expected, found)).as("missing").isEmpty();
        assertThat(without(found, expected)).as("of no field").isEmpty();
    }

    @Test
    void values_of_every_kind_are_asked_for_by_the_same_names() {
        assertThat(SCALARS.values())
                .allSatisfy(filter -> assertThat(inputs("Filter", filter::equals))
                        .anyMatch(field -> field.startsWith(filter + ".eq: "))
                        .anyMatch(field -> field.startsWith(filter + ".exists: Boolean")));
    }

    /** A period is in order by its first or last day: its name has no order. */
    @Test
    void nodes_are_sorted_by_every_single_value_and_through_every_single_node() {
        Set<String> expected = new TreeSet<>();
        Set<String> sorted = listed();
        List.copyOf(sorted).forEach(type -> addThrough(type, sorted));
        for (String type : sorted) {
            fields(type).forEach(field -> {
                if (field instanceof PropertyField value
                        && !value.list()
                        && !value.scalar().equals("PeriodLabel")) {
                    expected.add("%sOrder.%s: SortDirection".formatted(type, field.name()));
                } else if (field instanceof RelationshipField one && one.shape() == RelationshipField.Shape.ONE) {
                    expected.add("%sOrder.%s: %sOrder".formatted(type, field.name(), one.target()));
                }
            });
        }

        Set<String> found = inputs("Order", name -> true);
        assertThat(without(expected, found)).as("missing").isEmpty();
        assertThat(without(found, expected)).as("of no field").isEmpty();
    }

    @Test
    void every_list_takes_a_filter_and_every_connection_an_order_and_a_page_too() {
        Set<String> expected = new TreeSet<>();
        Set<String> found = new TreeSet<>();
        CONTRACT.roots().stream()
                .filter(root -> root.entry() == RootField.Entry.ALL)
                .forEach(root -> {
                    expected.addAll(arguments("Query." + root.name(), root.target(), root.shape()));
                    found.addAll(arguments("Query", root.name()));
                });
        for (GraphType type : CONTRACT.types()) {
            fields(type.name()).forEach(field -> {
                found.addAll(arguments(type.name(), field.name()));
                if (field instanceof RelationshipField related) {
                    expected.addAll(arguments(type.name() + "." + field.name(), related.target(), related.shape()));
                }
            });
        }

        assertThat(without(expected, found)).as("missing").isEmpty();
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(others);
        return rest;
    }

    private static Set<String> arguments(String field, String target, RelationshipField.Shape shape) {
        Stream<String> filter = Stream.of("filter: " + target + "Filter");
        Stream<String> page = Stream.of(
                "orderBy: [" + target + "Order!]",
                "first: NonNegativeInt",
                "after: String",
                "last: NonNegativeInt",
                "before: String");
        Stream<String> arguments = switch (shape) {
            case ONE -> Stream.of();
            case LIST -> filter;
            case CONNECTION -> Stream.concat(filter, page);
        };
        return new TreeSet<>(arguments.map(each -> field + " " + each).toList());
    }

    private static List<String> arguments(String type, String field) {
        GraphQLFieldDefinition definition =
                ((GraphQLFieldsContainer) Objects.requireNonNull(SCHEMA.getType(type))).getFieldDefinition(field);
        return definition.getArguments().stream()
                .map(each -> "%s.%s %s: %s"
                        .formatted(type, field, each.getName(), GraphQLTypeUtil.simplePrint(each.getType())))
                .toList();
    }

    /** Every field that clients see; each must be mapped. */
    private static List<GraphField> fields(String type) {
        return ((GraphQLFieldsContainer) Objects.requireNonNull(SCHEMA.getType(type)))
                .getFieldDefinitions().stream()
                        .map(field -> CONTRACT.type(type)
                                .field(field.getName())
                                .orElseThrow(() -> new AssertionError(
                                        "%s.%s is not mapped alike".formatted(type, field.getName()))))
                        .toList();
    }

    /** Whether full-text search finds nodes of the type. */
    private static boolean isSearchable(String type) {
        return CONTRACT.type(type).members().stream()
                .flatMap(member -> CONTRACT.type(member).fields().values().stream())
                .anyMatch(field ->
                        field instanceof PropertyField property && property.search() != PropertyField.Search.NONE);
    }

    private static String filter(GraphField field) {
        if (field instanceof RelationshipField related) {
            return related.target() + (related.shape() == RelationshipField.Shape.ONE ? "Filter" : "ListFilter");
        }
        PropertyField property = (PropertyField) field;
        return property.list()
                ? "TextListFilter"
                : SCALARS.getOrDefault(property.scalar(), property.scalar() + "Filter");
    }

    /** Types that a field or a list of all leads to. */
    private static Set<String> reached() {
        Set<String> types = listed();
        types.addAll(targets(field -> true));
        return types;
    }

    /** Types whose nodes are read page by page. */
    private static Set<String> listed() {
        Set<String> types = targets(field -> field.shape() == RelationshipField.Shape.CONNECTION);
        CONTRACT.roots().stream()
                .filter(root -> root.entry() == RootField.Entry.ALL)
                .forEach(root -> types.add(root.target()));
        return types;
    }

    private static Set<String> targets(Predicate<RelationshipField> kind) {
        Set<String> types = new TreeSet<>();
        CONTRACT.types()
                .forEach(type -> type.fields().values().forEach(field -> {
                    if (field instanceof RelationshipField related && kind.test(related)) {
                        types.add(related.target());
                    }
                }));
        return types;
    }

    private static void addThrough(String type, Set<String> types) {
        for (GraphField field : fields(type)) {
            if (field instanceof RelationshipField one
                    && one.shape() == RelationshipField.Shape.ONE
                    && types.add(one.target())) {
                addThrough(one.target(), types);
            }
        }
    }

    private static Set<String> enumerations() {
        Set<String> types = new TreeSet<>();
        reached()
                .forEach(type -> fields(type).forEach(field -> {
                    if (field instanceof PropertyField property && !SCALARS.containsKey(property.scalar())) {
                        types.add(property.scalar());
                    }
                }));
        return types;
    }

    private static Set<String> inputs(String ending, Predicate<String> name) {
        return SCHEMA.getAllTypesAsList().stream()
                .filter(type -> type instanceof GraphQLInputObjectType
                        && type.getName().endsWith(ending)
                        && name.test(type.getName()))
                .flatMap(type -> ((GraphQLInputObjectType) type)
                        .getFieldDefinitions().stream()
                                .map(field -> "%s.%s: %s"
                                        .formatted(
                                                type.getName(),
                                                field.getName(),
                                                GraphQLTypeUtil.simplePrint(field.getType()))))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
