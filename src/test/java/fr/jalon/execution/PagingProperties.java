package fr.jalon.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Pages put together are the whole, whatever their size, the order and the direction. */
class PagingProperties {

    private static final String ROOT = "{ %s }";
    private static final Map<Listing, Listing.Page> WHOLE = new HashMap<>();

    /** Orders with ties, with keys that are nothing, and through to-one relationships; at the root and within a node. */
    @Provide
    Arbitrary<Listing> listings() {
        return Arbitraries.of(Stream.of(Stream.of(searches()), roots(), nested())
                .flatMap(each -> each)
                .toList());
    }

    private static Stream<Listing> roots() {
        return Stream.of(
                new Listing(ROOT, "actions", ""),
                new Listing(ROOT, "actions", "orderBy: [{ title: DESC }]"),
                new Listing(
                        ROOT,
                        "actions",
                        "orderBy: [{ roadmap: { ministry: { name: DESC } } }, { due: { end: DESC } }]"),
                new Listing(
                        ROOT, "actions", "filter: { due: { within: \"2022\" } }, orderBy: [{ due: { start: ASC } }]"),
                new Listing(
                        ROOT,
                        "actions",
                        "orderBy: [{ due: { kind: DESC } }, { axis: { parent: { title: ASC } } }, { roadmap: { id: DESC } }]"),
                new Listing(ROOT, "organizations", "orderBy: [{ acronym: ASC }]"),
                new Listing(ROOT, "organizations", "orderBy: [{ kind: DESC }, { acronym: DESC }]"),
                new Listing(ROOT, "mandates", "orderBy: [{ holder: { name: DESC } }]"),
                new Listing(ROOT, "mandates", "orderBy: [{ status: ASC }, { publishedOn: DESC }, { mailbox: ASC }]"),
                new Listing(
                        ROOT, "resources", "orderBy: [{ opening: { announcedFor: { start: ASC } } }, { kind: DESC }]"),
                new Listing(
                        ROOT,
                        "resources",
                        "orderBy: [{ access: DESC }, { producer: { acronym: ASC } }, { opening: { state: DESC } }]"),
                new Listing(ROOT, "ministries", "orderBy: [{ acronym: DESC }]"),
                new Listing(ROOT, "ministries", "orderBy: [{ amdac: { holder: { name: ASC } } }]"),
                new Listing(ROOT, "events", "orderBy: [{ date: DESC }, { period: { start: ASC } }, { kind: ASC }]"),
                new Listing(ROOT, "requirements", "orderBy: [{ target: ASC }, { area: { title: DESC } }]"),
                new Listing(ROOT, "roadmaps", "orderBy: [{ transcribed: DESC }, { published: ASC }]"),
                new Listing(ROOT, "themes", "orderBy: [{ id: DESC }]"),
                new Listing(ROOT, "periods", "orderBy: [{ start: DESC }, { end: ASC }]"),
                new Listing(ROOT, "discrepancies", "orderBy: [{ severity: ASC }]"));
    }

    private static Stream<Listing> nested() {
        return Stream.of(
                new Listing("{ theme(id: \"theme/api\") { %s } }", "actions", "orderBy: [{ code: DESC }]"),
                new Listing("{ period(label: \"2022\") { %s } }", "actions", "orderBy: [{ due: { end: ASC } }]"),
                new Listing(
                        "{ period(label: \"2022\") { %s } }",
                        "announcedOpenings", "orderBy: [{ producer: { acronym: DESC } }, { opening: { state: ASC } }]"),
                new Listing(
                        "{ organization(id: \"organization/dinum\") { %s } }",
                        "leads", "orderBy: [{ axis: { title: DESC } }, { due: { start: DESC } }]"),
                new Listing(
                        "{ objective(id: \"objective/o2\") { %s } }",
                        "servedBy",
                        "filter: { due: { continuous: false } }, orderBy: [{ roadmap: { acronym: ASC } }, { due: { end: DESC } }]"),
                new Listing(
                        "{ actions(filter: { code: { eq: \"A05\" } }, last: 1) { nodes { leads { %s } } } }",
                        "leads", "orderBy: [{ due: { end: DESC } }]"),
                new Listing(
                        "{ document(id: \"document/mtfp-2021\") { %s } }",
                        "citations",
                        "filter: { section: { exists: true } }, orderBy: [{ section: DESC }, { lastLine: ASC }]"));
    }

    private static Listing searches() {
        return new Listing(ROOT, "search", "text: \"données ouvertes\"");
    }

    @Property(tries = 60)
    void forwards(@ForAll("listings") Listing listing, @ForAll @IntRange(min = 1, max = 40) int size) {
        assertThat(listing.forwards(size)).isEqualTo(whole(listing).ids());
    }

    @Property(tries = 60)
    void backwards(@ForAll("listings") Listing listing, @ForAll @IntRange(min = 1, max = 40) int size) {
        Assume.that(!listing.field().equals("search"));
        assertThat(listing.backwards(size)).isEqualTo(whole(listing).ids());
    }

    @Property(tries = 150)
    void between_two_cursors(
            @ForAll("listings") Listing listing,
            @ForAll @IntRange(max = 1000) int one,
            @ForAll @IntRange(max = 1000) int other,
            @ForAll @IntRange(max = 20) int size,
            @ForAll boolean forwards) {
        Assume.that(!listing.field().equals("search"));
        Listing.Page whole = whole(listing);
        int from = one % whole.ids().size();
        int to = other % whole.ids().size();
        List<String> inside = from < to ? whole.ids().subList(from + 1, to) : List.of();
        int length = Math.min(size, inside.size());

        Listing.Page page = listing.page("after: \"%s\", before: \"%s\", %s: %s"
                .formatted(whole.cursors().get(from), whole.cursors().get(to), forwards ? "first" : "last", size));

        assertThat(page.ids())
                .isEqualTo(
                        forwards ? inside.subList(0, length) : inside.subList(inside.size() - length, inside.size()));
    }

    private static Listing.Page whole(Listing listing) {
        return WHOLE.computeIfAbsent(listing, Listing::whole);
    }
}
