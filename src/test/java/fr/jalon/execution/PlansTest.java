package fr.jalon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.KnownCosts;
import fr.jalon.StatementCost;
import fr.jalon.TestGraph;
import fr.jalon.cypher.CypherStatement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/**
 * What Neo4j does for each statement of each document: how it finds nodes, and how often it asks the store.
 *
 * <p>{@code plans.txt} keeps both; {@code -Djalon.rewrite=true} writes it anew.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlansTest {

    private static final KnownCosts KNOWN = new KnownCosts(Path.of("src/test/resources/plans.txt"));

    /** Plans may differ a little with the order in which the seed was loaded. */
    private static final double SLACK = 1.2;

    private final Map<String, StatementCost> costs = new LinkedHashMap<>();

    @BeforeAll
    void profile() throws IOException {
        TestGraph graph = TestGraph.sharedOverBolt();
        try (Driver driver = graph.driver();
                Session session = driver.session()) {
            for (ContractDocuments.Case document : ContractDocuments.documents()) {
                List<CypherStatement> statements =
                        graph.observe(document.query(), document.variables()).statements();
                for (int i = 0; i < statements.size(); i++) {
                    costs.put(document.name() + " " + (i + 1), StatementCost.of(session, statements.get(i)));
                }
            }
        }
    }

    @TestFactory
    List<DynamicTest> a_statement_finds_its_nodes_as_it_did_and_asks_the_store_no_oftener() throws IOException {
        return KNOWN.tests(costs, (now, known) -> assertThat(now).isLessThanOrEqualTo(Math.round(known * SLACK) + 20));
    }
}
