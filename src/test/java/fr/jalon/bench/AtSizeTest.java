package fr.jalon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.KnownCosts;
import fr.jalon.StatementCost;
import fr.jalon.TestGraph;
import fr.jalon.cypher.CypherStatement;
import graphql.language.AstPrinter;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/**
 * What Neo4j does for each operation of {@code at-size} on a graph of 20,009 actions, where a wrong way in shows.
 *
 * <p>{@code at-size/plans.txt} keeps it; {@code -Djalon.rewrite=true} writes it anew. {@code -Djalon.graphs=FOLDER} keeps
 * the graph in a folder, and takes it from there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AtSizeTest {

    private static final Path CASES = Path.of("src/test/resources/at-size");
    private static final KnownCosts KNOWN = new KnownCosts(CASES.resolve("plans.txt"));

    /** Copies are the same every time, but the planner's statistics are samples. */
    private static final double SLACK = 1.3;

    private static final long FEW = 50;

    @TempDir
    static Path passing;

    private final Map<String, StatementCost> costs = new LinkedHashMap<>();
    private TestGraph graph;
    private TestGraph overBolt;

    @BeforeAll
    void profile() throws IOException {
        Path folder = Path.of(System.getProperty("jalon.graphs", passing.toString()));
        graph = TestGraph.in(new Graphs(folder).medium());
        overBolt = graph.overBolt();
        try (Driver driver = graph.driver();
                Session session = driver.session();
                Stream<Path> files = Files.list(CASES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".graphql"))
                    .sorted()
                    .toList()) {
                profile(file, session);
            }
        }
    }

    @AfterAll
    void close() {
        overBolt.close();
        graph.close();
    }

    @TestFactory
    List<DynamicTest> a_statement_finds_its_nodes_as_it_did_and_asks_the_store_as_often() throws IOException {
        return KNOWN.tests(
                costs,
                (now, known) ->
                        assertThat(now).isBetween(Math.round(known / SLACK) - FEW, Math.round(known * SLACK) + FEW));
    }

    private void profile(Path file, Session session) throws IOException {
        String topic = file.getFileName().toString().replace(".graphql", "");
        for (OperationDefinition operation :
                new Parser().parseDocument(Files.readString(file)).getDefinitionsOfType(OperationDefinition.class)) {
            String query = AstPrinter.printAst(operation);
            List<CypherStatement> statements =
                    overBolt.observe(query, cursor(operation, query)).statements();
            for (int i = 0; i < statements.size(); i++) {
                String name = "%s %s %s".formatted(topic, operation.getName(), i + 1);
                costs.put(name, StatementCost.of(session, statements.get(i)));
            }
        }
    }

    /** An operation that takes a cursor is asked behind, or before, what it answers without one. */
    private Map<String, Object> cursor(OperationDefinition operation, String query) {
        if (operation.getVariableDefinitions().isEmpty()) {
            return Map.of();
        }
        String variable = operation.getVariableDefinitions().get(0).getName();
        JsonNode page = graph.json(query, Map.of()).findPath("pageInfo");
        return Map.of(
                variable,
                page.path(variable.equals("after") ? "endCursor" : "startCursor")
                        .asText());
    }
}
