package fr.jalon.seed.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.seed.ScratchGraph;
import fr.jalon.seed.Seed;
import fr.jalon.seed.SeedCases;
import fr.jalon.seed.file.SeedFile;
import fr.jalon.seed.file.SeedFolder;
import fr.jalon.seed.file.SeedSchema;
import fr.jalon.seed.load.SeedLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExportTest {

    private static final List<CypherStatement> SENT = new ArrayList<>();

    private static ScratchGraph graph;
    private static SeedLoader loader;
    private static Consumer<CypherStatement> whenSent = SENT::add;

    @BeforeAll
    static void open(@TempDir Path folder) {
        graph = ScratchGraph.in(folder, statement -> whenSent.accept(statement));
        loader = new SeedLoader(graph.graph());
    }

    @AfterAll
    static void close() {
        graph.close();
    }

    @BeforeEach
    void empty() {
        graph.empty();
        whenSent = SENT::add;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    void a_graph_made_from_its_export_is_the_same_and_so_is_its_own_export(
            String name, List<SeedFile> files, @TempDir Path target) {
        Seed seed = new Seed(SeedCases.CONTRACT, files);
        loader.load(seed);
        List<String> before = dump();

        Export first = export();
        first.write(target.resolve("first"));
        Seed written = Seed.of(target.resolve("first"), SeedCases.CONTRACT);
        empty();
        loader.load(written);

        assertThat(written.check()).isEmpty();
        assertThat(written.counts()).isEqualTo(seed.counts());
        assertThat(dump()).isEqualTo(before);
        assertThat(export().files()).isEqualTo(first.files());
        assertThat(first.leftOut()).isEmpty();
    }

    static List<Arguments> seeds() {
        List<SeedFile> ours = SeedFolder.files(Path.of(SeedFolder.NAME));
        List<SeedFile> imported = new ArrayList<>(ours);
        SeedCases.files("delivery").stream()
                .filter(file -> file.path().equals("maa-2021.yaml"))
                .forEach(file -> imported.add(new SeedFile("roadmaps/" + file.path(), file.text())));
        return List.of(
                Arguments.of("the seed of the project", ours),
                Arguments.of("the same after an import", imported),
                Arguments.of("what was exported before", SeedCases.files("export")));
    }

    @Test
    void the_graph_it_was_read_from_takes_it_without_a_change() {
        loader.load(SeedCases.withBase("good"));

        assertThat(loader.load(new Seed(SeedCases.CONTRACT, yaml(export()))).changes())
                .isZero();
    }

    @Test
    void records_are_nested_sorted_and_laid_out_as_a_person_writes_them() throws IOException {
        loader.load(SeedCases.withBase("good"));

        List<SeedFile> files = yaml(export());

        if (Boolean.getBoolean("jalon.rewrite")) {
            for (SeedFile file : files) {
                Path path = SeedCases.path("export").resolve(file.path());
                Files.createDirectories(path.resolveSibling(""));
                Files.writeString(path, file.text());
            }
        }
        assertThat(files).isEqualTo(SeedCases.files("export"));
    }

    @Test
    void editors_get_their_schema_beside_the_files() {
        loader.load(SeedCases.withBase("good"));

        assertThat(export().files()).contains(new SeedFile(SeedFolder.SCHEMA, SeedSchema.of(SeedCases.CONTRACT)));
    }

    @Test
    void the_order_in_which_things_were_written_does_not_show() {
        loader.load(SeedCases.withBase("good"));
        List<SeedFile> files = export().files();
        empty();

        loader.load(SeedCases.base());
        loader.load(SeedCases.goodWith("leads: [organization/dinum, ministry/spm]", "leads: [ministry/spm]"));
        loader.load(SeedCases.goodWith("at: [124, {", "at: [9, {"));
        loader.load(SeedCases.withBase("good"));

        assertThat(export().files()).isEqualTo(files);
    }

    @Test
    void what_was_written_since_and_by_others_is_exported_too() {
        loader.load(SeedCases.withBase("good"));
        graph.run("""
                MATCH (a:Action {code: 'A06'}), (s:Action {code: 'A05'}), (p:Period {label: 'En continu'})
                MATCH (t:Theme {code: 'api'}), (c:Citation {id: 'citation/plan-2021/l0128'}), (m:Ministry)
                SET a.description = 'Dit depuis.'
                CREATE (a)-[:ABOUT]->(t)
                CREATE (a)-[:STATES_DEADLINE {origin: 'reported'}]->(d:Node:StatedDeadline {
                    id: 'action/spm-a06/stated-deadline/annex-continu', part: 'ANNEX', raw: 'continu', origin: 'reported'})
                CREATE (d)-[:STATED_IN]->(c) CREATE (d)-[:READ_AS]->(p)
                CREATE (:Node:Theme {id: 'theme/new', code: 'new', label: 'Nouveau', origin: 'reported'})
                WITH s MATCH (s)-[r:LED_BY]->(:PublicBody) DELETE r""");

        Seed seed = new Seed(SeedCases.CONTRACT, yaml(export()));
        empty();
        loader.load(seed);

        assertThat(graph.rows("""
                        MATCH (a:Action {code: 'A06'})-[:ABOUT]->(t)
                        MATCH (a)-[:STATES_DEADLINE]->(d)-[:READ_AS]->(p)
                        MATCH (:Action {code: 'A05'})-[:LED_BY]->(l)
                        MATCH (n:Theme {code: 'new'})
                        RETURN a.description, t.id, d.id, p.id, l.id, n.label"""))
                .containsExactly(List.of(
                        "Dit depuis.",
                        "theme/api",
                        "action/spm-a06/stated-deadline/annex-continu",
                        "period/continuous",
                        "ministry/spm",
                        "Nouveau"));
    }

    @Test
    void what_seed_files_have_no_place_for_is_told() {
        loader.load(SeedCases.withBase("good"));
        List<SeedFile> files = export().files();
        graph.run("""
                MATCH (a:Action {code: 'A06'}), (t:Theme {code: 'api'}) SET a.starred = true
                CREATE (a)<-[:REPORTS {by: 'x'}]-(:Node:ProgressReport {id: 'report/1', origin: 'reported'})
                CREATE (a)-[:LIKES {by: 'x'}]->(t)
                CREATE (:Node:Theme {id: 'theme/gone'})-[:BROADER]->(t)
                CREATE (:Node:Citation {id: 'citation/plan-2021/l9999', origin: 'seed'})
                CREATE (:Somebody {name: 'else'})""");

        Export export = export();

        assertThat(export.files()).isEqualTo(files);
        assertThat(export.leftOut())
                .containsExactly(
                        "1 nodes of Citation",
                        "1 nodes of ProgressReport",
                        "1 nodes of Theme",
                        "1 properties Action.starred",
                        "1 properties LIKES.by",
                        "1 relationships BROADER",
                        "1 relationships LIKES",
                        "1 relationships REPORTS");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "MATCH (a:Action {code: 'A06'})-[r:PLANNED_IN]->() DELETE r"
                        + " | seed files of this graph could not be loaded; the first of 1 problems is action/spm-a06:"
                        + " found an Action without `roadmap`; expected `roadmap`: the id of a Roadmap",
                "MATCH (a:Action {code: 'A06'}) SET a.title = ' Publier'"
                        + " | action/spm-a06 would come back with title Publier instead of  Publier from seed files",
                "MATCH (a:Action {code: 'A06'}) SET a.title = 'Publier\\n'"
                        + " | action/spm-a06 would come back with title Publier instead of Publier  from seed files",
                "MATCH (d:StatedDeadline {part: 'ANNEX'}) SET d.id = 'action/spm-a05/stated-deadline/other'"
                        + " | action/spm-a05/stated-deadline/other would not come back from seed files",
                "MATCH ()-[r:MEASURED_BY]->(:Indicator {label: 'Démarches'}) DELETE r"
                        + " | seed files of this graph could not be loaded; the first of 1 problems is discrepancy/spm-a05-title:"
                        + " found action/spm-a05/indicator/demarches, which no record has as its id; expected the id of a Cited",
                "MATCH (c:Citation {id: 'citation/plan-2021/l0128'}) REMOVE c.section"
                        + " | citation/plan-2021/l0128 would come back with section 2.1 Mieux connaître les données instead of null"
                        + " from seed files",
                "MATCH (n) DETACH DELETE n | the graph is empty; `jalon load` fills it",
            })
    void what_files_cannot_say_is_refused_whole(String change, String message) {
        loader.load(SeedCases.withBase("good"));
        graph.run(change);

        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(ExportTest::export)
                .withMessage(message);
    }

    @Test
    void a_graph_that_changes_while_it_is_read_is_refused() {
        loader.load(SeedCases.withBase("good"));
        whenSent = statement -> {
            whenSent = SENT::add;
            graph.run("MATCH (a:Action) SET a.title = 'Autre'");
        };

        assertThatExceptionOfType(ExportException.class)
                .isThrownBy(ExportTest::export)
                .withMessage("the graph was changed while it was read; try again");
    }

    @Test
    void it_takes_four_statements_however_much_there_is() {
        loader.load(SeedCases.withBase("good"));
        SENT.clear();

        export();

        assertThat(SENT).hasSize(4);
    }

    private static Export export() {
        return Export.of(graph.graph(), SeedCases.CONTRACT);
    }

    private static List<SeedFile> yaml(Export export) {
        return export.files().stream()
                .filter(file -> file.path().endsWith(".yaml"))
                .toList();
    }

    /** Every node and relationship with all it has, but for the count of changes. */
    private static List<String> dump() {
        List<String> dump = new ArrayList<>();
        graph.rows("MATCH (n:!Revision) RETURN labels(n), properties(n)")
                .forEach(row ->
                        dump.add(new TreeSet<>((List<?>) row.get(0)) + " " + new TreeMap<>((Map<?, ?>) row.get(1))));
        graph.rows("MATCH (a)-[r]->(b) RETURN a.id, type(r), properties(r), b.id")
                .forEach(row -> dump.add(String.valueOf(row)));
        return dump.stream().sorted().toList();
    }
}
