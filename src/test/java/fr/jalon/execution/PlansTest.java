package fr.jalon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.TestGraph;
import fr.jalon.cypher.CypherStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.summary.ProfiledPlan;

/**
 * What Neo4j does for each statement of each document: how it finds nodes, and how often it asks the store.
 *
 * <p>{@code plans.txt} keeps both; {@code -Djalon.rewrite=true} writes it anew.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlansTest {

    private static final Path FILE = Path.of("src/test/resources/plans.txt");
    private static final String HEAD = """
            # document and statement | database hits | how nodes are found without an index
            """;

    /** Plans may differ a little with the order in which the seed was loaded. */
    private static final double SLACK = 1.2;

    private static final Set<String> UNINDEXED = Set.of("NodeByLabelScan", "AllNodesScan", "UnionNodeByLabelsScan");

    private final Map<String, Cost> costs = new LinkedHashMap<>();

    /**
     * What a statement costs.
     *
     * @param hits how often the store was asked
     * @param scans labels that were scanned, as the plan names them
     */
    private record Cost(long hits, Set<String> scans) {

        static Cost parse(String hits, String scans) {
            return new Cost(
                    Long.parseLong(hits), scans.isEmpty() ? Set.of() : new TreeSet<>(List.of(scans.split(", "))));
        }
    }

    @BeforeAll
    void profile() throws IOException {
        TestGraph graph = TestGraph.shared();
        try (Driver driver = graph.driver();
                Session session = driver.session()) {
            for (ContractDocuments.Case document : ContractDocuments.documents()) {
                List<CypherStatement> statements =
                        graph.observe(document.query(), document.variables()).statements();
                for (int i = 0; i < statements.size(); i++) {
                    costs.put(document.name() + " " + (i + 1), cost(session, statements.get(i)));
                }
            }
        }
        if (Boolean.getBoolean("jalon.rewrite")) {
            Files.writeString(
                    FILE,
                    HEAD
                            + costs.entrySet().stream()
                                    .map(each -> "%s | %d | %s"
                                            .formatted(
                                                    each.getKey(),
                                                    each.getValue().hits(),
                                                    scans(each.getValue()))
                                            .strip())
                                    .collect(Collectors.joining("\n", "", "\n")));
        }
    }

    @TestFactory
    List<DynamicTest> a_statement_finds_its_nodes_as_it_did_and_asks_the_store_no_oftener() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        Map<String, Cost> known = known();
        assertThat(costs.keySet()).containsExactlyElementsOf(known.keySet());
        known.forEach((name, cost) -> tests.add(DynamicTest.dynamicTest(name, () -> {
            Cost now = Objects.requireNonNull(costs.get(name));
            assertThat(now.scans()).isEqualTo(cost.scans());
            assertThat(now.hits()).isLessThanOrEqualTo(Math.round(cost.hits() * SLACK) + 20);
        })));
        return tests;
    }

    private static Map<String, Cost> known() throws IOException {
        Map<String, Cost> known = new LinkedHashMap<>();
        for (String line : Files.readAllLines(FILE)) {
            if (!line.startsWith("#")) {
                String[] parts = line.split(" ?\\| ?", -1);
                known.put(parts[0], Cost.parse(parts[1], parts[2]));
            }
        }
        return known;
    }

    private static String scans(Cost cost) {
        return String.join(", ", cost.scans());
    }

    private static Cost cost(Session session, CypherStatement statement) {
        ProfiledPlan plan = session.run("PROFILE " + statement.text(), statement.parameters())
                .consume()
                .profile();
        Set<String> scans = new TreeSet<>();
        return new Cost(hits(plan, scans), scans);
    }

    private static long hits(ProfiledPlan plan, Set<String> scans) {
        String operator = plan.operatorType().replaceAll("@.*", "");
        if (UNINDEXED.contains(operator)) {
            scans.add(Objects.requireNonNull(plan.arguments().get("Details"))
                    .asString()
                    .replaceAll("^\\w+", ""));
        }
        return plan.dbHits()
                + plan.children().stream()
                        .mapToLong(child -> hits(child, scans))
                        .sum();
    }
}
