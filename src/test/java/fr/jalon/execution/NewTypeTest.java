package fr.jalon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.TestGraph;
import fr.jalon.cypher.IndexStatements;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.GraphHome;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.neo4j.StatementListener;
import fr.jalon.pages.Address;
import fr.jalon.pages.Pages;
import fr.jalon.schema.Contract;
import fr.jalon.seed.Seed;
import fr.jalon.seed.SeedCases;
import fr.jalon.seed.file.SeedFile;
import fr.jalon.seed.load.SeedLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A type that {@code schema/licence.graphqls} adds to the contract in one place, without a line of Java. */
class NewTypeTest {

    private static final int MOST_LINES = 20;

    private static final SeedFile SEED = new SeedFile("licences.yaml", """
            document: document/plan-2021
            licences:
              - {id: licence/etalab-2-0, spdx: etalab-2.0, name: Licence ouverte, at: 1}
              - {id: licence/mit, spdx: MIT, name: Licence du MIT, at: 2}
            repositories:
              - {id: repository/a, name: Dépôt A, licence: licence/etalab-2-0, at: 3}
              - {id: repository/b, name: Dépôt B, licence: licence/etalab-2-0, at: 4}
              - {id: repository/c, name: Dépôt C, at: 5}
            """);

    private static String added;
    private static Contract contract;
    private static Graph graph;
    private static GraphQlEngine engine;

    @BeforeAll
    static void open(@TempDir Path folder) throws IOException {
        added = Files.readString(Path.of("src/test/resources/schema/licence.graphqls"));
        contract = Contract.parse(Files.readString(Path.of("schema.graphqls")) + added);
        graph = Graph.open(new GraphHome.Embedded(folder), GraphSettings.defaults(), StatementListener.silent());
        graph.ensureSchema(IndexStatements.of(contract));
        List<SeedFile> files = new ArrayList<>(SeedCases.files("base"));
        files.add(SEED);
        new SeedLoader(graph).load(new Seed(contract, files));
        engine = new JalonEngine(contract, graph, OperationLimits.STANDARD, TestGraph.PAGES, TestGraph.COMPUTED);
    }

    @AfterAll
    static void close() {
        graph.close();
    }

    @Test
    void takes_few_lines_in_one_place() {
        assertThat(added.lines()).hasSizeLessThanOrEqualTo(MOST_LINES);
    }

    @Test
    void is_listed_in_order_with_what_it_leads_to() {
        assertThat(answer("""
                { licences(orderBy: [{ spdx: ASC }]) {
                    totalCount nodes { spdx repositories { totalCount nodes { id licence { id } } } citations { firstLine } } } }""")).isEqualTo("""
                        {"licences":{"totalCount":2,"nodes":[\
                        {"spdx":"etalab-2.0","repositories":{"totalCount":2,"nodes":[\
                        {"id":"repository/a","licence":{"id":"licence/etalab-2-0"}},\
                        {"id":"repository/b","licence":{"id":"licence/etalab-2-0"}}]},"citations":[{"firstLine":1}]},\
                        {"spdx":"MIT","repositories":{"totalCount":0,"nodes":[]},"citations":[{"firstLine":2}]}]}}""");
    }

    @Test
    void is_found_by_its_id_by_a_search_and_by_filters_from_either_side() {
        assertThat(answer("""
                { licence(id: "licence/mit") { name }
                  search(text: "ouverte", types: [Licence]) { nodes { id } }
                  licences(filter: { repositories: { some: { name: { eq: "depot a" } } } }) { nodes { id } }
                  repositories(filter: { licence: { spdx: { eq: "etalab-2.0" } } }, orderBy: [{ licence: { name: ASC } }]) { nodes { id } } }""")).isEqualTo("""
                        {"licence":{"name":"Licence du MIT"},\
                        "search":{"nodes":[{"id":"licence/etalab-2-0"}]},\
                        "licences":{"nodes":[{"id":"licence/etalab-2-0"}]},\
                        "repositories":{"nodes":[{"id":"repository/a"},{"id":"repository/b"}]}}""");
    }

    @Test
    void has_a_page_at_its_id_with_all_its_fields() {
        Pages pages = new Pages(() -> contract, Clock.systemUTC());
        Pages.Target target = pages.at(Address.of("licence/mit", Map.of())).orElseThrow();
        GraphQlRequest request = ((Pages.Target.Found) target).page().request();

        GraphQlResponse response = engine.execute(request);

        assertThat(response.codes()).isEmpty();
        assertThat(new String(response.json(), StandardCharsets.UTF_8))
                .contains("\"label\":\"Licence du MIT\"", "\"spdx\":\"MIT\"", "\"repositories\":{\"totalCount\":0");
    }

    private static String answer(String query) {
        JsonNode body = new ObjectMapper()
                .valueToTree(engine.execute(TestGraph.request(query, Map.of())).body());
        assertThat(body.path("errors")).isEmpty();
        return body.path("data").toString();
    }
}
