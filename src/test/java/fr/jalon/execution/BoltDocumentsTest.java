package fr.jalon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.TestGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents asked of a graph in another process, to which only Bolt leads. */
class BoltDocumentsTest extends ContractDocuments {

    @Override
    TestGraph graph() {
        return TestGraph.sharedOverBolt();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void a_document_costs_one_statement_a_root_field_and_one_a_count_in_one_transaction(Case document) {
        TestGraph.Observed observed = graph().observe(document.query(), document.variables());

        assertThat((long) observed.statements().size()).isEqualTo(statements(document.query()));
        assertThat(observed.transactions()).hasSize(1);
    }
}
