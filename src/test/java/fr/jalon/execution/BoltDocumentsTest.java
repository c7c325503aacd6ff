package fr.jalon.execution;

import fr.jalon.TestGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The documents asked of a graph in another process, to which only Bolt leads. */
class BoltDocumentsTest extends ContractDocuments {

    private TestGraph graph;

    @BeforeAll
    void connect() {
        graph = TestGraph.shared().overBolt();
    }

    @AfterAll
    void close() {
        graph.close();
    }

    @Override
    TestGraph graph() {
        return graph;
    }
}
