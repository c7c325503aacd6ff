package fr.jalon.seed.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.jalon.fact.Revision;
import fr.jalon.seed.InvalidSeedException;
import fr.jalon.seed.ScratchGraph;
import fr.jalon.seed.Seed;
import fr.jalon.seed.SeedCases;
import fr.jalon.seed.file.SeedFolder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedLoaderTest {

    private static ScratchGraph graph;
    private static SeedLoader loader;

    @BeforeAll
    static void open(@TempDir Path folder) {
        graph = ScratchGraph.in(folder);
        loader = new SeedLoader(graph.graph());
    }

    @AfterAll
    static void close() {
        graph.close();
    }

    @BeforeEach
    void empty() {
        graph.empty();
    }

    @Test
    void an_empty_graph_gets_everything() {
        SeedGraph wanted = SeedGraph.of(SeedCases.withBase("good"));

        LoadReport report = loader.load(SeedCases.withBase("good"));

        assertThat(graph.rows("MATCH (n:Node {origin: 'seed'}) RETURN count(n)"))
                .containsExactly(List.of((long) wanted.nodes().size()));
        assertThat(graph.rows("MATCH ()-[r {origin: 'seed'}]->() RETURN count(r)"))
                .containsExactly(List.of((long) wanted.edges().size()));
        assertThat(report.types()).containsEntry("Action", new LoadReport.Counts(2, 2, 0, 0));
        assertThat(report.changes())
                .isEqualTo(wanted.nodes().size() + wanted.edges().size());
    }

    @Test
    void labels_values_and_folded_copies_are_as_the_contract_says() {
        loader.load(SeedCases.withBase("good"));

        assertThat(graph.rows("""
                        MATCH (a:Action {code: 'A05'})-[:DUE]->(p:Period)-[:WITHIN]->(y:Period {label: '2022'})
                        MATCH (a)<-[:CONCERNS]-(x) RETURN a.titleFolded, p.start, y.end.month""")).isEmpty();
        assertThat(graph.rows("""
                        MATCH (a:Action&Node {code: 'A05'})-[:DUE]->(p:Period)-[:WITHIN]->(y:Period {label: '2022'})
                        MATCH (a)-[:CONCERNS]->(r:Resource {kind: 'API'})
                        RETURN a.titleFolded, toString(p.start), y.end.month, r.id"""))
                .containsExactly(
                        List.of("developper l'echange de donnees oeuvrees par api", "2022-01-01", 12L, "api/bodacc"));
    }

    @Test
    void the_same_seed_twice_changes_nothing() {
        loader.load(SeedCases.withBase("good"));
        Revision before = graph.graph().read(Revision::read);

        LoadReport again = loader.load(SeedCases.withBase("good"));

        assertThat(again.changes()).isZero();
        assertThat(graph.graph().read(Revision::read)).isEqualTo(before);
    }

    @Test
    void a_seed_is_up_to_date_only_once_it_was_loaded() {
        assertThat(loader.upToDate(SeedCases.withBase("good"))).isFalse();

        loader.load(SeedCases.withBase("good"));

        assertThat(loader.upToDate(SeedCases.withBase("good"))).isTrue();
        assertThat(loader.upToDate(SeedCases.goodWith("title: Publier", "title: Ouvrir")))
                .isFalse();
    }

    @Test
    void one_changed_field_is_one_changed_node_and_a_new_revision() {
        loader.load(SeedCases.withBase("good"));
        Revision before = graph.graph().read(Revision::read);

        LoadReport report = loader.load(SeedCases.goodWith("title: Publier", "title: Ouvrir"));

        assertThat(report.changes()).isEqualTo(1);
        assertThat(report.types()).containsEntry("Action", new LoadReport.Counts(2, 0, 1, 0));
        assertThat(graph.rows("MATCH (a:Action {code: 'A06'}) RETURN a.title, a.titleFolded, a.nameWords"))
                .containsExactly(List.of("Ouvrir", "ouvrir", "a06 ouvrir ouvri"));
        assertThat(report.before()).isEqualTo(before);
        assertThat(graph.graph().read(Revision::read)).isEqualTo(report.seed()).isNotEqualTo(before);
    }

    @Test
    void a_field_that_is_taken_out_leaves_the_node() {
        loader.load(SeedCases.withBase("good"));

        loader.load(SeedCases.goodWith("    acronym: BODACC\n", ""));

        assertThat(graph.rows("MATCH (a:Api) RETURN a.acronym, a.acronymFolded, a.nameWords"))
                .containsExactly(Arrays.asList(null, null, "api du bulletin buletin"));
    }

    @Test
    void what_the_seed_no_longer_has_is_removed_with_its_relationships() {
        loader.load(SeedCases.withBase("good"));

        LoadReport report =
                loader.load(SeedCases.goodWith("leads: [organization/dinum, ministry/spm]", "leads: [ministry/spm]"));
        LoadReport without = loader.load(SeedCases.base());

        assertThat(report.removedRelationships()).isEqualTo(1);
        assertThat(report.changes()).isEqualTo(1);
        assertThat(without.types()).containsEntry("Action", new LoadReport.Counts(0, 0, 0, 2));
        assertThat(graph.rows("MATCH (n) WHERE n:Action OR n:Indicator OR n:Period RETURN n.id"))
                .isEmpty();
    }

    @Test
    void what_did_not_come_from_the_seed_stays() {
        loader.load(SeedCases.withBase("good"));
        graph.run("""
                MATCH (a:Action {code: 'A06'}) SET a.starred = true
                CREATE (a)<-[:REPORTS]-(:Node:ProgressReport {id: 'report/1'})""");

        LoadReport report = loader.load(SeedCases.goodWith("title: Publier", "title: Ouvrir"));

        assertThat(report.changes()).isEqualTo(1);
        assertThat(graph.rows("MATCH (:ProgressReport)-[:REPORTS]->(a:Action) RETURN a.title, a.starred"))
                .containsExactly(List.of("Ouvrir", true));
    }

    @Test
    void a_removed_node_that_something_else_is_about_is_kept_for_it() {
        loader.load(SeedCases.withBase("good"));
        graph.run("MATCH (a:Action {code: 'A06'}) CREATE (a)<-[:REPORTS]-(:Node:ProgressReport {id: 'report/1'})");

        loader.load(SeedCases.base());

        assertThat(graph.rows("MATCH (:ProgressReport)-[:REPORTS]->(a:Action) RETURN a.id, a.origin"))
                .containsExactly(Arrays.asList("action/spm-a06", null));
        assertThat(loader.load(SeedCases.base()).changes()).isZero();
        assertThat(loader.load(SeedCases.withBase("good")).types().get("Action"))
                .isEqualTo(new LoadReport.Counts(2, 1, 1, 0));
    }

    @Test
    void a_relationship_that_was_there_before_is_not_made_twice() {
        loader.load(SeedCases.withBase("good"));
        graph.run("MATCH (:Action)-[r:CONCERNS]->() REMOVE r.origin");

        assertThat(loader.load(SeedCases.withBase("good")).changes()).isZero();
        assertThat(graph.rows("MATCH (:Action)-[r:CONCERNS]->() RETURN count(r)"))
                .containsExactly(List.of(1L));
    }

    @Test
    void nothing_is_written_of_a_seed_with_a_problem() {
        Seed seed = SeedCases.withBase("bad/identity");

        assertThatExceptionOfType(InvalidSeedException.class).isThrownBy(() -> loader.load(seed));

        assertThat(graph.rows("MATCH (n) RETURN n.id")).isEmpty();
    }

    @Test
    void the_seed_of_the_project_is_loaded_once_and_found_by_its_words() {
        Seed seed = Seed.of(Path.of(SeedFolder.NAME), SeedCases.CONTRACT);

        loader.load(seed);

        assertThat(loader.load(seed).changes()).isZero();
        assertThat(graph.rows(
                        "CALL db.index.fulltext.queryNodes('words', 'ministeres') YIELD node RETURN count(node) > 0"))
                .containsExactly(List.of(true));
    }

    @Test
    void labels_follow_the_contract_and_others_stay() {
        loader.load(SeedCases.withBase("good"));
        graph.run("MATCH (a:Action {code: 'A06'}) SET a:Theme:Starred");

        LoadReport report = loader.load(SeedCases.withBase("good"));

        assertThat(report.changes()).isEqualTo(1);
        assertThat(graph.rows("MATCH (a:Action {code: 'A06'}) RETURN a:Theme, a:Starred"))
                .containsExactly(List.of(false, true));
    }
}
