package fr.jalon.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.TestGraph;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.summary.Plan;

/** Which index finds what a selective filter chooses, for the nodes and for their number. */
class IndexUseTest {

    private static final Driver DRIVER = TestGraph.shared().driver();

    @AfterAll
    static void close() {
        DRIVER.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/cypher/index-use.txt", delimiter = '|', quoteCharacter = '§')
    void a_selective_filter_is_answered_by_an_index(String root, String filter, String index) {
        String query = "{ %s(filter: %s) { totalCount nodes { id } } }".formatted(root, filter);

        for (CypherStatement statement : Compiler.compile(query, Map.of())) {
            assertThat(operators(statement))
                    .as(statement.text())
                    .anyMatch(each -> each.contains(index))
                    .noneMatch(each -> each.startsWith("NodeByLabelScan") || each.startsWith("AllNodesScan"));
        }
    }

    private static List<String> operators(CypherStatement statement) {
        try (Session session = DRIVER.session()) {
            return operators(session.run("EXPLAIN " + statement.text(), statement.parameters())
                            .consume()
                            .plan())
                    .toList();
        }
    }

    private static Stream<String> operators(Plan plan) {
        String own = "%s %s"
                .formatted(plan.operatorType(), plan.arguments().get("Details"))
                .replace("\"", "");
        return Stream.concat(Stream.of(own), plan.children().stream().flatMap(IndexUseTest::operators));
    }
}
