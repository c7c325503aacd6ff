package fr.jalon.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.TestGraph;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.plan.PageLimits;
import fr.jalon.schema.Contract;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A computed field of another contract, on the project's graph. */
class ComputedFieldTest {

    private static final Contract CONTRACT = Contract.parse("""
            directive @node(seed: String) on OBJECT
            directive @uncited(because: String!) on OBJECT
            directive @lookup on FIELD_DEFINITION
            directive @computed on FIELD_DEFINITION
            scalar Date
            scalar Url
            scalar PeriodLabel
            type Query {
              theme(id: ID!): Theme @lookup
              label(id: ID!, times: Int = 2): Label! @computed
            }
            type Theme @node @uncited(because: "A choice.") { id: ID! label: String! missing: String! }
            type Label { text: String! words: [String!]! copies: [Label!] next: Label }
            """);
    private static final String DOCUMENT = "query ($id: ID!) { theme(id: $id) { label } }";
    private static final Graph GRAPH = TestGraph.shared().connect(GraphSettings.defaults());

    @AfterAll
    static void close() {
        GRAPH.close();
    }

    /** Repeats the label of a theme. */
    private record Labels(String document) implements ComputedField {
        @Override
        public String name() {
            return "label";
        }

        @Override
        public Map<String, Object> answer(Map<String, Object> arguments, Map<String, Object> data) {
            Map<String, Object> label = new HashMap<>();
            label.put("text", ((Map<?, ?>) Objects.requireNonNull(data.get("theme"))).get("label"));
            label.put("words", Arrays.asList("un", "deux"));
            int times = (Integer) Objects.requireNonNull(arguments.get("times"));
            label.put("copies", times == 0 ? null : List.of(answer(Map.of("times", times - 1), data)));
            return label;
        }
    }

    private static GraphQlResponse answer(String document, String query) {
        return engine(List.of(new Labels(document))).execute(TestGraph.request(query, Map.of()));
    }

    private static JalonEngine engine(List<ComputedField> fields) {
        return new JalonEngine(CONTRACT, GRAPH, OperationLimits.STANDARD, TestGraph.PAGES, fields);
    }

    @Test
    void any_selection_is_completed_from_the_value() {
        GraphQlResponse response = answer(
                DOCUMENT,
                "{ label(id: \"theme/api\", times: 1) { ...L next { text } kind: __typename copies { ...L copies { text } } } }"
                        + " fragment L on Label { said: text words }");

        assertThat(response.body().toString())
                .isEqualTo("{data={label={said=API, words=[un, deux], next=null, kind=Label,"
                        + " copies=[{said=API, words=[un, deux], copies=null}]}}}");
    }

    @Test
    void what_the_graph_lacks_for_the_document_is_lacking_from_the_field() {
        GraphQlResponse response =
                answer("query ($id: ID!) { theme(id: $id) { missing } }", "{ label(id: \"theme/api\") { text } }");

        Told told = Told.by(response);
        assertThat(told.codes()).containsExactly("INTERNAL");
        assertThat(told.messages())
                .containsExactly("The graph holds no value for missing, which the contract promises.");
        assertThat(response.body().toString()).contains("path=[label]");
    }

    @Test
    void a_value_that_lacks_what_the_contract_promises_is_a_fault() {
        GraphQlResponse response =
                answer("query ($id: ID!) { theme(id: $id) { id } }", "{ label(id: \"theme/api\") { text } }");

        assertThat(Told.by(response).codes()).containsExactly("INTERNAL");
    }

    /** The project's own field, whose value holds nodes. */
    private static GraphQlResponse summary(String selection, OperationLimits limits, PageLimits pages) {
        JalonEngine engine = new JalonEngine(TestGraph.CONTRACT, GRAPH, limits, pages, TestGraph.COMPUTED);
        return engine.execute(TestGraph.request("{ s: summary(period: \"2022\") { " + selection + " } }", Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "transcribedRoadmaps { actions(first: 11) { nodes { id } } } | [s, transcribedRoadmaps, actions] | A page holds at most 10 nodes; found 11.",
                "dueByMinistry { de: actions { roadmap { actions(first: -1) { nodes { id } } } } } | [s, dueByMinistry, de, roadmap, actions] | The argument first is zero or more; found -1.",
                "otherRoadmaps { axes { children { children { children { children { children { id } } } } } } } | [s] | The operation reads lists within lists, 7 deep; at most 6 are allowed. Ask in parts.",
                "contradictions { about { citations { document { citations(first: 10) { nodes { facts { id } } } } } } } | [s] | §The answer may hold about§",
            })
    void limits_hold_below_the_nodes_of_a_value(String selection, String path, String message) {
        GraphQlResponse response =
                summary(selection, OperationLimits.STANDARD.with(Limit.ROWS, 1000), new PageLimits(5, 10));

        assertThat(Told.by(response).messages()).singleElement().asString().startsWith(message);
        assertThat(response.body().toString()).contains("path=" + path);
    }

    @Test
    void a_page_below_the_nodes_of_a_value_is_as_long_as_any_other() {
        GraphQlResponse response = summary(
                "transcribedRoadmaps { actions { nodes { code } } }", OperationLimits.STANDARD, new PageLimits(2, 10));

        assertThat(response.body().toString()).contains("{actions={nodes=[{code=A01}, {code=A02}]}}");
    }

    @Test
    void what_is_selected_of_the_nodes_of_a_value_is_estimated() {
        assertThat(summary("title markdown", OperationLimits.STANDARD, TestGraph.PAGES)
                        .cost())
                .hasValue(0);
        assertThat(summary("contradictions { id }", OperationLimits.STANDARD, TestGraph.PAGES)
                        .cost()
                        .orElseThrow())
                .isBetween(20L, 500L);
    }

    @Test
    void texts_of_variables_below_the_nodes_of_a_value_serve_a_kept_operation() {
        JalonEngine engine = new JalonEngine(
                TestGraph.CONTRACT, GRAPH, OperationLimits.STANDARD, TestGraph.PAGES, TestGraph.COMPUTED);
        String query = "query ($code: String!) { summary(period: \"2022\") { dueByMinistry {"
                + " actions { about(filter: { code: { eq: $code } }) { code } } } } }";

        for (String code : List.of("api", "nothing", "api")) {
            GraphQlResponse response = engine.execute(TestGraph.request(query, Map.of("code", code)));
            assertThat(response.codes()).isEmpty();
            assertThat(response.body().toString().contains("{code=api}")).isEqualTo(code.equals("api"));
        }
    }

    @Test
    void the_document_gives_the_nodes_that_the_contract_has_in_the_value() {
        Contract nodes = Contract.parse("""
                directive @node(seed: String) on OBJECT
                directive @uncited(because: String!) on OBJECT
                directive @lookup on FIELD_DEFINITION
                directive @computed on FIELD_DEFINITION
                scalar Date
                scalar Url
                scalar PeriodLabel
                type Query { theme(id: ID!): Theme @lookup  label(id: ID!): Label! @computed }
                type Theme @node @uncited(because: "A choice.") { id: ID! label: String! }
                type Label { text: String! of: [Label!] themes: [Theme!]! }
                """);

        assertThatThrownBy(() -> new JalonEngine(
                        nodes, GRAPH, OperationLimits.STANDARD, TestGraph.PAGES, List.of(new Labels(DOCUMENT))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The contract has nodes in [themes] of label, the document gives them to []");
    }

    @Test
    void the_fields_computed_are_those_the_contract_wants_computed() {
        assertThatThrownBy(() -> engine(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The contract wants [label] computed, found []");
    }
}
