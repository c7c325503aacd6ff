package fr.jalon.cypher;

import fr.jalon.plan.Page;
import fr.jalon.plan.RootPlan;
import fr.jalon.plan.SearchTerms;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Renders what a search reads: the nodes it finds, their number, and words near those that occur nowhere. */
final class SearchRenderer {

    private static final int SHORTEST_MISTAKEN = 3;
    private static final long MOST_NEAR = 50;

    private final Parameters parameters = new Parameters();
    private final Variables variables;
    private final RootPlan.Search search;
    private final int best;

    private SearchRenderer(RootPlan.Search search, Shape shape, int best) {
        this.variables = new Variables(shape);
        this.search = search;
        this.best = best;
    }

    /** @param best see {@link BestHits} */
    static ReadStatements statements(RootPlan.Search search, Shape shape, int best) {
        if (search.terms().isEmpty()) {
            return ReadStatements.NONE;
        }
        Page page = search.page();
        return new ReadStatements(
                List.of(),
                page.readsNodes() ? new SearchRenderer(search, shape, best).rows() : null,
                page.counted() ? new SearchRenderer(search, shape, best).count() : null,
                null,
                page.suggests() ? new SearchRenderer(search, shape.ofValues(), best).suggestions() : null,
                null);
    }

    private CypherStatement rows() {
        PageRenderer pages = new ProjectionRenderer(parameters, variables).pages();
        return parameters.statement(search.kinds().isEmpty() ? ofEveryKind(pages) : ofSomeKinds(pages));
    }

    private String ofEveryKind(PageRenderer pages) {
        String hit = variables.next();
        String node = variables.next();
        BestHits hits = new BestHits(parameters, best);
        String match = hits.match(search.page(), query(), hit, pages.bounds(search.page(), hit), node);
        return pages.rows(search.page(), node, match, List.of(hits.enough()), false);
    }

    /** The best hits hold too few of a kind to tell much. */
    private String ofSomeKinds(PageRenderer pages) {
        String node = variables.next();
        return pages.rows(search.page(), node, found(node) + ", score", ofKinds(node), false);
    }

    private CypherStatement count() {
        String node = variables.next();
        return parameters.statement(
                "%s%s RETURN count(%s) AS count".formatted(found(node), PageRenderer.where(ofKinds(node)), node));
    }

    private String found(String node) {
        return FullText.call(query(), node);
    }

    private String query() {
        return parameters.add(FullText.ranked(search.terms()));
    }

    private List<String> ofKinds(String node) {
        return search.kinds().isEmpty() ? List.of() : List.of(node + ":" + String.join("|", search.kinds()));
    }

    /** A row holds the word, folded, and the texts of nodes that have a word near it, the most similar first. */
    private CypherStatement suggestions() {
        String known = variables.next();
        String near = variables.next();
        List<Map<String, Object>> terms = search.terms().terms().stream()
                .filter(term -> term.word().length() >= SHORTEST_MISTAKEN)
                .map(SearchRenderer::asked)
                .toList();
        return parameters.statement(("UNWIND %s AS term WITH term WHERE NOT EXISTS { %s%s RETURN %s }"
                        + " RETURN [term.word, COLLECT { %s, score%s WITH %s, score ORDER BY score DESC, %s.id LIMIT %s"
                        + " RETURN %s AS row ORDER BY score DESC, %s.id }] AS row")
                .formatted(
                        parameters.add(terms),
                        FullText.call("term.known", known),
                        PageRenderer.where(ofKinds(known)),
                        known,
                        FullText.call("term.near", near),
                        PageRenderer.where(ofKinds(near)),
                        near,
                        near,
                        parameters.add(MOST_NEAR),
                        new ProjectionRenderer(parameters, variables).render(search.texts(), near),
                        near));
    }

    private static Map<String, Object> asked(SearchTerms.Term term) {
        return new TreeMap<>(
                Map.of("word", term.word(), "known", FullText.anywhere(term), "near", FullText.near(term)));
    }

    /**
     * Renders how the hits of a search are narrowed to those that its page is sure to be among, before nodes are read.
     *
     * <p>The index ranks what it finds much faster than nodes are read, but leaves equals in any order. So of the best hits
     * those that score no more than the last of them may have equals which are not among them: where the page takes these,
     * it is looked for among all hits.
     *
     * <p>Relies on what Neo4j documents of {@code db.index.fulltext.queryNodes}: hits come ordered by their score, and the
     * option {@code limit} keeps that many of them, which are the best for that reason.
     */
    static final class BestHits {

        /** So many are ranked fast, and hardly ever score the same. */
        static final int USUAL = 10_000;

        /** No score is lower. */
        private static final double ANY = 0;

        private final Parameters parameters;
        private final int number;

        /** @param number how many hits are taken for the best ones, at least one */
        BestHits(Parameters parameters, int number) {
            this.parameters = parameters;
            this.number = number;
        }

        /**
         * Clauses that bind hits and their scores, and take a WHERE; {@link #enough} has to be part of it.
         *
         * @param query what to search for, as a parameter
         * @param best the hits that tell how many are needed
         * @param bounds what keeps these within the page's bounds
         */
        String match(Page page, String query, String best, List<String> bounds, String node) {
            String most = parameters.add((long) number);
            String score =
                    bounds.isEmpty() ? "score" : "CASE WHEN %s THEN score END".formatted(String.join(" AND ", bounds));
            return "%s, score WITH count(%s) AS found, min(score) AS least, collect(%s)[%s] AS enough %s, score"
                    .formatted(
                            FullText.call(query + ", {limit: " + most + "}", best),
                            best,
                            score,
                            parameters.add((long) page.slice().limit()),
                            FullText.call(
                                    "%1$s, CASE WHEN found < %2$s OR enough > least THEN {limit: %2$s} ELSE {} END"
                                            .formatted(query, most),
                                    node));
        }

        /** What no hit of the page fails. */
        String enough() {
            return "score >= coalesce(enough, %s)".formatted(parameters.add(ANY));
        }
    }
}
