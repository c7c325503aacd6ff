package fr.jalon.execution;

import fr.jalon.TestGraph;

class EmbeddedDocumentsTest extends ContractDocuments {

    @Override
    TestGraph graph() {
        return TestGraph.shared();
    }
}
