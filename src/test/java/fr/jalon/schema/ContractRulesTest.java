package fr.jalon.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What follows from a type that the contract writes, on one with a field of every kind. */
class ContractRulesTest {

    private static final String TYPE = """
            "A word of the glossary."
            type Term implements Node & Cited @node(seed: "terms") @dimension(name: "LEVEL", description: "Its level.", pattern: "(this)-[:NEAR]->(that)") {
              "Its id." id: ID!
              "Its text." text: String! @searchable
              "Its address." url: Url
              "Other texts." others: [String!]
              "Its day." day: Date
              "Its level." level: SortDirection
              "Its period." label: String! @scalar(of: "PeriodLabel")
              "The nearest one." near: Term @relationship(type: "NEAR")
              "Those near it." around: [Term!]! @relationship(type: "NEAR", direction: IN)
              "Actions that use it." actions: ActionConnection! @relationship(type: "USES", direction: IN)
              "Where." citations: [Citation!]! @relationship(type: "STATED_IN")
            }
            """;

    private static String written;
    private static Contract contract;

    @BeforeAll
    static void read() throws IOException {
        written = Files.readString(Path.of("schema.graphqls"));
        contract = with(TYPE);
    }

    @Test
    void each_field_is_a_condition_of_the_filter() {
        assertThat(inputs("TermFilter"))
                .containsExactly(
                        "id: IdFilter",
                        "text: TextFilter",
                        "url: TextFilter",
                        "others: TextListFilter",
                        "day: DateFilter",
                        "level: SortDirectionFilter",
                        "label: PeriodLabelFilter",
                        "near: TermFilter",
                        "around: TermListFilter",
                        "actions: ActionListFilter",
                        "citations: CitationListFilter",
                        "search: String",
                        "and: [TermFilter!]",
                        "or: [TermFilter!]",
                        "not: TermFilter",
                        "exists: Boolean");
        assertThat(inputs("AlignmentFilter")).as("of what no search finds").doesNotContain("search: String");
    }

    @Test
    void each_single_value_that_has_an_order_is_a_key_of_it_of_which_exactly_one_is_given() {
        assertThat(inputs("TermOrder"))
                .containsExactly(
                        "id: SortDirection",
                        "text: SortDirection",
                        "url: SortDirection",
                        "day: SortDirection",
                        "level: SortDirection",
                        "near: TermOrder");
        assertThat(input("TermOrder").isOneOf()).isTrue();
    }

    @Test
    void lists_take_a_filter_and_pages_an_order_and_limits_too() {
        assertThat(arguments("Term", "around")).containsExactly("filter: TermFilter");
        assertThat(arguments("Term", "actions"))
                .containsExactly(
                        "filter: ActionFilter",
                        "orderBy: [ActionOrder!]",
                        "first: Int",
                        "after: String",
                        "last: Int",
                        "before: String");
    }

    @Test
    void it_is_read_by_id_and_page_by_page_and_counted() {
        assertThat(contract.root("term")).isEqualTo(root("term", RootField.Entry.LOOKUP, RelationshipField.Shape.ONE));
        assertThat(contract.root("terms"))
                .isEqualTo(root("terms", RootField.Entry.ALL, RelationshipField.Shape.CONNECTION));
        assertThat(contract.root("termCounts"))
                .isEqualTo(root("termCounts", RootField.Entry.COUNTS, RelationshipField.Shape.LIST));
        assertThat(arguments("Query", "termCounts"))
                .containsExactly("by: [TermDimension!]!", "filter: TermFilter", "asOf: Date", "known: DateTime");
        assertThat(arguments("TermConnection", "facets")).containsExactly("by: [TermDimension!]!");
        assertThat(field("AxisConnection", "facets"))
                .as("of what has no dimensions")
                .isNull();
        assertThat(contract.servedText()).contains("\"The Term that has this id. A word of the glossary.\"");
    }

    @Test
    void what_is_written_stands_in_the_place_of_what_would_follow() {
        Contract changed = with(TYPE + """
                extend type Query { "Words, as the glossary lists them." terms: TermConnection! }
                "Few conditions." input TermFilter { "Its id." id: IdFilter }
                """);

        assertThat(changed.servedText()).contains("Words, as the glossary lists them.", "Few conditions.");
        assertThat(changed.graphQlSchema()
                        .getQueryType()
                        .getFieldDefinition("terms")
                        .getArguments())
                .hasSize(6);
    }

    @Test
    void a_type_that_nothing_makes_is_told_with_where_it_is_used() {
        refuses(
                TYPE.replace("level: SortDirection", "level: Lewel"),
                "Term uses Lewel, which is neither defined nor follows from a rule");
        refuses(
                TYPE.replace("actions: ActionConnection!", "actions: SeverityConnection!"),
                "Term uses SeverityConnection, which is neither defined nor follows from a rule");
    }

    @Test
    void a_type_is_defined_once_and_only_what_is_defined_is_extended() {
        refuses(TYPE + TYPE, "Term is defined twice");
        refuses("extend type Word { text: String }", "Word cannot be extended");
    }

    @Test
    void a_kind_of_node_has_a_field_that_is_its_label() {
        refuses(
                "type Word implements Node @node @uncited(because: \"A word.\") { id: ID! }",
                "Word has no field name; name by @node(label:) the one that is its label");
    }

    @Test
    void a_value_that_names_a_group_has_a_word_for_it() {
        refuses(
                TYPE.replace("pattern: \"(this)-[:NEAR]->(that)\"", "id: \"level\", values: \"SortDirection\""),
                "SortDirection.ASC names a group, so it has a @label");
    }

    @Test
    void every_field_of_a_node_that_clients_see_is_mapped() {
        Contract packaged = Contract.packaged();
        for (GraphType type : packaged.types()) {
            GraphQLFieldsContainer served = (GraphQLFieldsContainer)
                    Objects.requireNonNull(packaged.graphQlSchema().getType(type.name()));
            assertThat(served.getFieldDefinitions())
                    .extracting(GraphQLFieldDefinition::getName)
                    .as(type.name())
                    .allMatch(field -> type.field(field).isPresent());
        }
    }

    private static Contract with(String added) {
        return Contract.parse(written + added);
    }

    private static void refuses(String added, String message) {
        assertThatExceptionOfType(ContractException.class)
                .isThrownBy(() -> with(added))
                .withMessage(message);
    }

    private static RootField root(String name, RootField.Entry entry, RelationshipField.Shape shape) {
        return new RootField(name, entry, "Term", shape);
    }

    private static GraphQLInputObjectType input(String name) {
        return (GraphQLInputObjectType)
                Objects.requireNonNull(contract.graphQlSchema().getType(name));
    }

    private static List<String> inputs(String name) {
        return input(name).getFieldDefinitions().stream()
                .map(field -> field.getName() + ": " + GraphQLTypeUtil.simplePrint(field.getType()))
                .toList();
    }

    private static List<String> arguments(String type, String field) {
        return Objects.requireNonNull(field(type, field)).getArguments().stream()
                .map(argument -> argument.getName() + ": " + GraphQLTypeUtil.simplePrint(argument.getType()))
                .toList();
    }

    private static @Nullable GraphQLFieldDefinition field(String type, String field) {
        return ((GraphQLFieldsContainer)
                        Objects.requireNonNull(contract.graphQlSchema().getType(type)))
                .getFieldDefinition(field);
    }
}
