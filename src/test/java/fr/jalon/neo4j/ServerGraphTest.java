package fr.jalon.neo4j;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.jalon.TestGraph;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.neo4j.Neo4jContainer;

@Testcontainers(disabledWithoutDocker = true)
class ServerGraphTest extends GraphContract {

    private static final String PASSWORD = "a-long-password";

    @Container
    private static final Neo4jContainer SERVER = new Neo4jContainer("neo4j:5.26-community")
            .withAdminPassword(PASSWORD)
            .withNeo4jConfig("db.memory.transaction.max", Long.toString(TRANSACTION_MEMORY));

    @Override
    GraphHome home() {
        return as(PASSWORD);
    }

    @Test
    void a_wrong_password_is_refused() {
        assertThatExceptionOfType(GraphException.AuthenticationFailed.class)
                .isThrownBy(() -> TestGraph.open(as("another-password")))
                .withMessageContaining("refuses the user");
    }

    private static GraphHome as(String password) {
        return new GraphHome.Remote(URI.create(SERVER.getBoltUrl()), "neo4j", password);
    }
}
