package fr.jalon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.schema.GraphType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/** Walks the whole graph of the project and asks of every node where it comes from. */
class SourcesTest {

    private static final int AT_ONCE = 500;
    private static final String WALK = """
            query Walk($ids: [ID!]!) {
              nodes(ids: $ids) {
                __typename
                id
                ... on Cited { citations { locator firstLine lastLine document { id } } }
                ... on Alignment { reason objective { id } action { id } }
                ... on Identifier { provenBy { id } resource { id } }
                ... on Document { publisher date unit file sha256 }
              }
            }""";

    private static final List<JsonNode> NODES = new ArrayList<>();
    private static List<String> ids = List.of();

    @BeforeAll
    static void walk() {
        try (Driver driver = TestGraph.shared().driver()) {
            ids = driver.executableQuery("MATCH (n:Node) RETURN n.id ORDER BY n.id").execute().records().stream()
                    .map(each -> each.get(0).asString())
                    .toList();
        }
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<String> some = ids.subList(from, Math.min(from + AT_ONCE, ids.size()));
            JsonNode answer = TestGraph.shared().json(WALK, Map.of("ids", some));
            answer.at("/data/nodes").forEach(NODES::add);
        }
    }

    @Test
    void the_walk_meets_every_node_of_the_graph() {
        assertThat(NODES).extracting(each -> each.path("id").asText()).containsExactlyElementsOf(ids);
    }

    @Test
    void every_fact_is_stated_in_lines_of_a_document() {
        assertThat(ofTypes(TestGraph.CONTRACT.type(GraphType.CITED).members()))
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(fact.path("citations"))
                        .isNotEmpty()
                        .allSatisfy(place -> {
                            assertThat(place.at("/document/id").asText()).startsWith("document/");
                            assertThat(place.path("locator").asText()).isNotBlank();
                            assertThat(place.path("firstLine").asInt()).isPositive();
                            assertThat(place.path("lastLine").asInt())
                                    .isGreaterThanOrEqualTo(
                                            place.path("firstLine").asInt());
                        }));
    }

    @Test
    void every_other_node_is_of_a_type_that_says_why_it_has_no_source() {
        Set<String> known =
                new TreeSet<>(TestGraph.CONTRACT.type(GraphType.CITED).members());
        TestGraph.CONTRACT.types().stream()
                .filter(type -> type.uncited() != null)
                .forEach(type -> known.add(type.name()));

        assertThat(NODES).extracting(each -> each.path("__typename").asText()).allMatch(known::contains);
    }

    @Test
    void a_judgement_gives_its_reason_and_an_identifier_its_proof() {
        assertThat(ofTypes(List.of("Alignment"))).isNotEmpty().allSatisfy(judgement -> {
            assertThat(judgement.path("reason").asText()).isNotBlank();
            assertThat(judgement.at("/objective/id").asText()).isNotBlank();
            assertThat(judgement.at("/action/id").asText()).isNotBlank();
        });
        assertThat(ofTypes(List.of("Identifier"))).isNotEmpty().allSatisfy(identifier -> {
            assertThat(identifier.at("/provenBy/id").asText()).startsWith("document/");
            assertThat(identifier.at("/resource/id").asText()).isNotBlank();
        });
    }

    @Test
    void a_document_names_its_publisher_and_one_of_lines_its_date_and_the_text_they_count() {
        assertThat(ofTypes(List.of("Document")))
                .isNotEmpty()
                .allSatisfy(document ->
                        assertThat(document.path("publisher").asText()).isNotBlank());
        assertThat(ofTypes(List.of("Document")).stream()
                        .filter(document -> document.path("unit").asText().equals("LINE")))
                .isNotEmpty()
                .allSatisfy(document -> {
                    assertThat(document.path("date").asText()).isNotBlank();
                    assertThat(document.path("file").asText()).isNotBlank();
                    assertThat(document.path("sha256").asText()).matches("[0-9a-f]{64}");
                });
    }

    private static List<JsonNode> ofTypes(List<String> types) {
        Stream<JsonNode> some = NODES.stream()
                .filter(each -> types.contains(each.path("__typename").asText()));
        return some.toList();
    }
}
