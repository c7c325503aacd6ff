package fr.jalon.cypher;

import fr.jalon.plan.Page;
import java.util.List;

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
final class BestHits {

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
