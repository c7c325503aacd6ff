package fr.jalon.seed.load;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.fact.Calendar;
import fr.jalon.fact.Citation;
import fr.jalon.fact.Edge;
import fr.jalon.fact.FactTransaction;
import fr.jalon.fact.Origin;
import fr.jalon.fact.StatedNode;
import fr.jalon.period.Period;
import fr.jalon.seed.ScratchGraph;
import fr.jalon.seed.Seed;
import fr.jalon.seed.SeedCases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a load of a seed does to what others wrote: nothing. */
class ReloadTest {

    private static final Origin REPORT = new Origin("report");
    private static final Origin HARVEST = new Origin("harvest");
    private static final String PUBLISH = "action/spm-a06";
    private static final String LATER = "action/spm-a06/stated-deadline/later";

    private static ScratchGraph graph;
    private static SeedLoader loader;
    private static String opening = "";

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
    void load() {
        graph.empty();
        loader.load(SeedCases.withBase("good"));
        opening = String.valueOf(
                graph.rows("MATCH (o:Opening) RETURN o.id").get(0).get(0));
    }

    static Stream<Arguments> seeds() {
        return Stream.of(
                Arguments.of("the same", SeedCases.withBase("good")),
                Arguments.of(
                        "one that says something else elsewhere", SeedCases.goodWith("acronym: BODACC", "acronym: BO")),
                Arguments.of(
                        "one that says something else of what was reported",
                        SeedCases.goodWith("ANNOUNCED\n", "PARTLY_AVAILABLE\n")),
                Arguments.of(
                        "one that no longer says what was reported", SeedCases.goodWith("    acronym: BODACC\n", "")),
                Arguments.of("one that has nothing of what was reported on", SeedCases.base()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    void all_that_others_wrote_is_byte_for_byte_what_it_was(String name, Seed seed) {
        report();
        List<String> written = writtenByOthers();

        loader.load(seed);

        assertThat(written).hasSizeGreaterThan(40);
        assertThat(writtenByOthers()).isEqualTo(written);
        assertThat(loader.load(seed).changes()).isZero();
        assertThat(writtenByOthers()).isEqualTo(written);
    }

    @Test
    void a_reported_value_stands_over_that_of_the_seed_with_all_that_follows_from_it() {
        report();
        loader.load(SeedCases.goodWith("title: Publier", "title: Ouvrir"));

        assertThat(graph.rows("MATCH (o:Opening) RETURN o.state, o.stateRank, o['seed.state'], o['origin.state']"))
                .containsExactly(List.of("AVAILABLE", 2L, "ANNOUNCED", "report"));
        assertThat(graph.rows("MATCH (a:Action {code: 'A06'}) RETURN a.description, a.descriptionFolded, a.detailWords,"
                        + " a.title, a.origin, a.others"))
                .containsExactly(List.of("Été dit", "ete dit", "ete dit", "Ouvrir", "seed", List.of("report")));
    }

    @Test
    void a_report_that_is_taken_back_uncovers_what_the_seed_says_by_then() {
        report();
        loader.load(SeedCases.goodWith("ANNOUNCED\n", "PARTLY_AVAILABLE\n"));

        write(REPORT, facts -> facts.state(List.of(node("Opening", opening, "state", null))));

        assertThat(graph.rows(
                        "MATCH (o:Opening) RETURN o.state, o.stateRank, o.others, o['seed.state'], o['origin.state']"))
                .containsExactly(Arrays.asList("PARTLY_AVAILABLE", 1L, null, null, null));
        assertThat(loader.load(SeedCases.goodWith("ANNOUNCED\n", "PARTLY_AVAILABLE\n"))
                        .changes())
                .isZero();
    }

    @Test
    void a_node_that_others_made_stays_theirs_when_the_seed_states_it_too_and_when_it_no_longer_does() {
        write(REPORT, facts -> facts.state(List.of(node("Theme", "theme/nouveau", "label", "Nouveau"))));
        write(HARVEST, facts -> facts.state(List.of(node("Api", "api/autre", "name", "Vue"))));
        List<String> before = writtenByOthers();

        loader.load(SeedCases.goodWith("apis:\n", "apis:\n  - {id: api/autre, name: Autre, acronym: AUT, at: 3}\n"));

        assertThat(graph.rows(
                        "MATCH (a:Api {id: 'api/autre'}) RETURN a.name, a.acronym, a.nameWords, a.origin, a.others,"
                                + " a['origin.acronym'], a['seed.name']"))
                .containsExactly(List.of("Vue", "AUT", "vue aut", "harvest", List.of("seed"), "seed", "Autre"));

        loader.load(SeedCases.withBase("good"));

        assertThat(writtenByOthers()).isEqualTo(before);
    }

    @Test
    void a_node_that_the_seed_drops_stays_whole_for_those_who_reported_on_it_and_comes_back_as_it_was() {
        report();
        List<String> before = dump("true");

        loader.load(SeedCases.base());

        assertThat(graph.rows("""
                        MATCH (a:Action {code: 'A06'})-[:PLANNED_IN]->(r:Roadmap)
                        MATCH (a)-[:STATED_IN]->(c:Citation {firstLine: 50})-[:IN_DOCUMENT]->(d:Document) MATCH (a)-[:DUE]->(p)
                        RETURN a.title, a.origin, r.id, c.firstLine, c.origin, p.id"""))
                .containsExactly(Arrays.asList("Publier", null, "roadmap/spm-2021", 50L, null, "period/continuous"));
        assertThat(graph.rows("MATCH (n:Discrepancy) RETURN n.id")).isEmpty();

        loader.load(SeedCases.withBase("good"));

        assertThat(dump("true")).isEqualTo(before);
    }

    @Test
    void a_relationship_that_two_state_goes_when_both_have_taken_it_back() {
        Edge lead = new Edge("action/spm-a05", "LED_BY", "organization/dinum");
        write(REPORT, facts -> assertThat(facts.relate(Set.of(lead))).isZero());
        Seed without = SeedCases.goodWith("leads: [organization/dinum, ministry/spm]", "leads: [ministry/spm]");

        assertThat(loader.load(without).removedRelationships()).isEqualTo(1);
        assertThat(origins(lead)).containsExactly(Arrays.asList("report", null));

        assertThat(loader.load(SeedCases.withBase("good")).createdRelationships())
                .isZero();
        assertThat(origins(lead)).containsExactly(List.of("report", List.of("seed")));

        write(REPORT, facts -> facts.withdraw(Set.of(), Set.of(lead)));
        assertThat(origins(lead)).containsExactly(Arrays.asList("seed", null));

        loader.load(without);
        assertThat(origins(lead)).isEmpty();
    }

    @Test
    void a_node_that_nobody_states_any_longer_goes() {
        write(REPORT, facts -> facts.state(List.of(node("Action", PUBLISH, "description", "Dit"))));
        loader.load(SeedCases.base());

        write(REPORT, facts -> facts.withdraw(Set.of(PUBLISH), Set.of()));
        assertThat(graph.rows("MATCH (a:Action) RETURN a.description")).containsExactly(Arrays.asList((Object) null));

        write(REPORT, facts -> facts.state(List.of(node("Theme", "theme/nouveau", "label", "Nouveau"))));
        write(REPORT, facts -> facts.withdraw(Set.of("theme/nouveau"), Set.of()));
        assertThat(graph.rows("MATCH (t:Theme {id: 'theme/nouveau'}) RETURN t.id"))
                .isEmpty();
    }

    /** Values, nodes, relationships, a citation and a deadline beyond the seed's calendar. */
    private static void report() {
        Citation evidence = new Citation("document/plan-2021", Citation.Unit.LINE, 7, 8, Citation.Context.NONE);
        Calendar calendar = new Calendar(SeedCases.CONTRACT, Set.of(Period.parse("T3 2031")));
        write(REPORT, facts -> {
            List<StatedNode> nodes = new ArrayList<>(calendar.nodes());
            nodes.add(evidence.node(SeedCases.CONTRACT));
            nodes.add(node("Opening", opening, "state", "AVAILABLE"));
            nodes.add(node("Action", PUBLISH, "description", "Été dit"));
            nodes.add(node("Action", "action/spm-a05", "description", "Dit aussi"));
            nodes.add(node("Api", "api/bodacc", "acronym", "B.O.D."));
            nodes.add(node("StatedDeadline", LATER, "raw", "T3 2031"));
            nodes.add(node("Theme", "theme/nouveau", "label", "Nouveau"));
            facts.state(nodes);
            Set<Edge> edges = new LinkedHashSet<>(calendar.edges());
            edges.add(evidence.inDocument(SeedCases.CONTRACT));
            edges.add(new Edge(PUBLISH, "STATED_IN", evidence.id()));
            edges.add(new Edge(PUBLISH, "STATES_DEADLINE", LATER));
            edges.add(new Edge(LATER, "READ_AS", "period/2031-t3"));
            edges.add(new Edge("theme/nouveau", "BROADER", "theme/api"));
            edges.add(new Edge(PUBLISH, "ABOUT", "theme/nouveau"));
            facts.relate(edges);
        });
    }

    private static void write(Origin origin, Consumer<FactTransaction> work) {
        FactTransaction.write(graph.graph(), SeedCases.CONTRACT, origin, facts -> {
            work.accept(facts);
            return true;
        });
    }

    private static StatedNode node(String type, String id, String field, @Nullable Object value) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put(field, value);
        return new StatedNode(SeedCases.CONTRACT.type(type), id, values);
    }

    private static List<List<Object>> origins(Edge edge) {
        return graph.rows("MATCH ({id: '%s'})-[r:%s]->({id: '%s'}) RETURN r.origin, r.others"
                .formatted(edge.from(), edge.type(), edge.to()));
    }

    /** Whole nodes and relationships, and of nodes that others share what they state of them. */
    private static List<String> writtenByOthers() {
        List<String> written = dump("coalesce(x.origin, 'seed') <> 'seed'");
        graph.rows("MATCH (n:Node) WHERE n.others IS NOT NULL AND n.others <> ['seed'] RETURN n.id, properties(n)")
                .forEach(row -> {
                    Map<?, ?> all = (Map<?, ?>) row.get(1);
                    all.keySet().stream()
                            .map(String::valueOf)
                            .filter(key -> key.startsWith("origin."))
                            .sorted()
                            .forEach(key -> {
                                String field = key.substring("origin.".length());
                                Map<String, Object> stated = new TreeMap<>();
                                all.forEach((name, value) -> {
                                    if (String.valueOf(name).startsWith(field)) {
                                        stated.put(String.valueOf(name), value);
                                    }
                                });
                                written.add("%s %s %s".formatted(row.get(0), all.get(key), stated));
                            });
                });
        return written;
    }

    private static List<String> dump(String where) {
        List<String> dump = new ArrayList<>();
        graph.rows("MATCH (x:Node) WHERE %s RETURN labels(x), properties(x)".formatted(where))
                .forEach(row ->
                        dump.add(new TreeSet<>((List<?>) row.get(0)) + " " + new TreeMap<>((Map<?, ?>) row.get(1))));
        graph.rows("MATCH (a)-[x]->(b) WHERE %s RETURN a.id, type(x), properties(x), b.id".formatted(where))
                .forEach(row -> dump.add(String.valueOf(row)));
        dump.sort(null);
        return dump;
    }
}
