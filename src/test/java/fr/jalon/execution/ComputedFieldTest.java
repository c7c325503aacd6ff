package fr.jalon.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.TestGraph;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.schema.Contract;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

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

    @Test
    void the_fields_computed_are_those_the_contract_wants_computed() {
        assertThatThrownBy(() -> engine(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The contract wants [label] computed, found []");
    }
}
