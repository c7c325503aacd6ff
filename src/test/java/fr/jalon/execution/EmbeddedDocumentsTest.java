package fr.jalon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.TestGraph;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedDocumentsTest extends ContractDocuments {

    @Override
    TestGraph graph() {
        return TestGraph.shared();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void a_document_is_read_in_one_transaction(Case document) {
        TestGraph.Observed observed = graph().observe(document.query(), document.variables());

        assertThat(observed.transactions()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 100})
    void a_level_costs_one_statement_a_field_that_leads_to_nodes_however_many_they_are(int first) {
        String query = """
                query($first: Int!) { actions(first: $first) { totalCount nodes {
                  title
                  due { label actions(first: 2) { totalCount nodes { id leads { __typename id } } } }
                  roadmap { ministry { name } }
                } } }""";
        TestGraph.Observed observed = graph().observe(query, Map.of("first", first));

        // The page, its number; due, its actions, their number, their leads; roadmap and ministry.
        assertThat(observed.statements()).hasSize(8);
        assertThat(observed.response().codes()).isEmpty();
    }
}
