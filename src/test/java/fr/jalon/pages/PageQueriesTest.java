package fr.jalon.pages;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.KnownCosts;
import fr.jalon.StatementCost;
import fr.jalon.TestGraph;
import fr.jalon.cypher.CypherStatement;
import fr.jalon.execution.GraphQlRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/** What the pages ask of the graph; {@code pages/plans.txt} keeps how often each asks the store. */
class PageQueriesTest {

    private static final Path FOLDER = Path.of("src/main/resources/pages");
    private static final KnownCosts KNOWN = new KnownCosts(Path.of("src/test/resources/pages/plans.txt"));

    /** Those that scripts in the browser ask. */
    private static final List<String> OF_SCRIPTS =
            List.of("neighbours.graphql", "suggestions.graphql", "ways.graphql", "missing.graphql");

    /** Plans may differ a little with the order in which the seed was loaded. */
    private static final double SLACK = 1.2;

    @Test
    void every_query_of_the_folder_is_asked_at_one_of_the_addresses() throws IOException {
        List<String> asked = PageAddresses.requests().values().stream()
                .map(GraphQlRequest::query)
                .toList();
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.filter(file -> file.toString().endsWith(".graphql"))
                            .filter(file ->
                                    !OF_SCRIPTS.contains(file.getFileName().toString())))
                    .allSatisfy(file -> assertThat(asked).contains(Files.readString(file)));
        }
    }

    @Test
    void every_query_has_a_title_in_its_first_line_and_is_answered() throws IOException {
        PageAddresses.requests().forEach((address, request) -> {
            assertThat(request.query()).startsWith("# Titre: ");
            assertThat(TestGraph.shared()
                            .answer(request.query(), request.variables())
                            .codes())
                    .as(address)
                    .isEmpty();
        });
    }

    @Test
    void what_scripts_ask_is_answered() throws IOException {
        TestGraph graph = TestGraph.shared();
        assertThat(graph.answer(Files.readString(FOLDER.resolve("suggestions.graphql")), Map.of("text", "donn"))
                        .codes())
                .isEmpty();
        assertThat(graph.answer(Files.readString(FOLDER.resolve("neighbours.graphql")), Map.of("id", "theme/api"))
                        .codes())
                .isEmpty();
        assertThat(graph.answer(
                                Files.readString(FOLDER.resolve("ways.graphql")),
                                Map.of("from", "organization/dgafp", "to", "service/data-gouv-fr"))
                        .codes())
                .isEmpty();
    }

    @TestFactory
    List<DynamicTest> a_page_finds_its_nodes_without_going_through_all_and_asks_the_store_no_oftener()
            throws IOException {
        Map<String, StatementCost> costs = new LinkedHashMap<>();
        TestGraph graph = TestGraph.sharedOverBolt();
        try (Driver driver = graph.driver();
                Session session = driver.session()) {
            for (Map.Entry<String, GraphQlRequest> page :
                    PageAddresses.requests().entrySet()) {
                List<CypherStatement> statements = graph.observe(
                                page.getValue().query(), page.getValue().variables())
                        .statements();
                for (int i = 0; i < statements.size(); i++) {
                    costs.put(page.getKey() + " " + (i + 1), StatementCost.of(session, statements.get(i)));
                }
            }
        }
        List<DynamicTest> tests = new ArrayList<>(KNOWN.tests(
                costs, (now, known) -> assertThat(now).isLessThanOrEqualTo(Math.round(known * SLACK) + 20)));
        tests.add(DynamicTest.dynamicTest(
                "no node is looked for among all of the graph",
                () -> assertThat(costs.toString()).doesNotContain("AllNodesScan")));
        return tests;
    }
}
