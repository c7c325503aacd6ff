package fr.jalon.cypher;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.TestGraph;
import fr.jalon.plan.Page;
import fr.jalon.plan.RootPlan;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.neo4j.driver.Driver;

/** However few hits of a search are taken for the best, its pages are those of all hits ranked. */
class BestHitsProperties {

    private static final Driver DRIVER = TestGraph.shared().driver();
    private static final Map<String, List<RankedHit>> WHOLE = new HashMap<>();

    @AfterContainer
    static void close() {
        DRIVER.close();
    }

    /** Beginnings of words score the same in many nodes; some searches find few, or nothing. */
    @Provide
    Arbitrary<String> searches() {
        return Arbitraries.of(
                "text: \"donn\"",
                "text: \"ech\"",
                "text: \"données ouvertes\"",
                "text: \"ouverture des codes sources\"",
                "text: \"bodac\"",
                "text: \"xyzzy\"",
                "text: \"donn\", types: [Action]",
                "text: \"données ouvertes\", types: [Dataset, Api]");
    }

    @Property(tries = 400)
    void a_page_is_that_of_all_hits_ranked(
            @ForAll("searches") String arguments,
            @ForAll @IntRange(max = 40) int behind,
            @ForAll @IntRange(max = 20) int size,
            @ForAll @IntRange(min = 1, max = 60) int best) {
        RootPlan.Search search = search(arguments);
        List<RankedHit> whole = WHOLE.computeIfAbsent(arguments, any -> ranked(search));
        int start = Math.min(behind, whole.size());
        List<Object> after = start == 0 ? null : whole.get(start - 1).keys();
        RootPlan.Search part = part(search, new Page.Slice(size, false, after, null));
        // One more than the page holds tells whether there are others.
        int end = Math.min(start + size + 1, whole.size());

        for (int number : List.of(best, SearchRenderer.BestHits.USUAL)) {
            assertThat(read(part, number)).as("of the best %s", number).isEqualTo(whole.subList(start, end));
        }
    }

    @Property(tries = 100)
    void equals_of_the_last_of_the_best_are_not_lost(
            @ForAll("searches") String arguments, @ForAll @IntRange(min = 1, max = 200) int best) {
        RootPlan.Search search = search(arguments);
        List<RankedHit> whole = WHOLE.computeIfAbsent(arguments, any -> ranked(search));
        RootPlan.Search part = part(search, new Page.Slice(best - 1, false, null, null));

        assertThat(read(part, best)).isEqualTo(whole.subList(0, Math.min(best, whole.size())));
    }

    @Property(tries = 40)
    void the_index_orders_hits_by_score_and_its_limit_keeps_the_first(
            @ForAll("searches") String arguments, @ForAll @IntRange(min = 1, max = 100) int limit) {
        String query = FullText.ranked(search(arguments).terms());
        List<Double> all = scores(query, Map.of());

        assertThat(all).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(scores(query, Map.of("limit", limit))).isEqualTo(all.subList(0, Math.min(limit, all.size())));
    }

    private static RootPlan.Search search(String arguments) {
        String query = "{ search(%s) { edges { cursor } } }".formatted(arguments);
        return (RootPlan.Search) Compiler.plans(query, Map.of()).get(0);
    }

    private static RootPlan.Search part(RootPlan.Search search, Page.Slice slice) {
        Page page = search.page();
        Page part = new Page(
                page.type(), page.condition(), page.order(), page.cursors(), slice, page.projections(), page.fields());
        return new RootPlan.Search(search.resultKey(), search.terms(), search.kinds(), search.texts(), part);
    }

    private static List<RankedHit> ranked(RootPlan.Search search) {
        return RankedHit.all(DRIVER, FullText.ranked(search.terms()), search.kinds());
    }

    private static List<RankedHit> read(RootPlan.Search search, int best) {
        return RankedHit.read(
                DRIVER,
                Objects.requireNonNull(ReadRenderer.ofValues(() -> TestGraph.MANY, best)
                        .render(search)
                        .rows()));
    }

    private static List<Double> scores(String query, Map<String, Object> options) {
        return RankedHit.ofIndex(DRIVER, query, options).stream()
                .map(RankedHit::score)
                .toList();
    }
}
