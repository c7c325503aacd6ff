package fr.jalon.execution;

import fr.jalon.TestGraph;
import fr.jalon.neo4j.GraphHome;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.neo4j.Neo4jContainer;

@Testcontainers(disabledWithoutDocker = true)
class ServerDocumentsTest extends ContractDocuments {

    private static final String PASSWORD = "a-long-password";

    @Container
    private static final Neo4jContainer SERVER = new Neo4jContainer("neo4j:5.26-community").withAdminPassword(PASSWORD);

    private TestGraph graph;

    @BeforeAll
    void load() {
        graph = TestGraph.on(new GraphHome.Remote(URI.create(SERVER.getBoltUrl()), "neo4j", PASSWORD));
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
