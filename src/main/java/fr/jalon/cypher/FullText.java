package fr.jalon.cypher;

import fr.jalon.plan.SearchTerms;
import fr.jalon.schema.Folding;
import fr.jalon.text.Spelling;
import java.util.stream.Collectors;

/**
 * Queries of the full-text index. Terms hold letters and digits only, so nothing of its syntax comes from a request.
 *
 * <p>Ranks in steps that relevance does not cross: nodes with every word come first, and among them, as among the
 * others, what has them in its name. A range from a word to itself has a constant score, and so does a prefix; the
 * word as it is typed and the rarity of words decide within a step.
 */
final class FullText {

    /** Name of the full-text index on every node. */
    static final String INDEX = "words";

    private FullText() {}

    /** A clause that binds the nodes that a query finds, and their scores; it takes a WHERE. */
    static String call(String query, String node) {
        return "CALL db.index.fulltext.queryNodes('%s', %s) YIELD node AS %s".formatted(INDEX, query, node);
    }

    /** What has any term, ranked. */
    static String ranked(SearchTerms terms) {
        return terms.terms().stream()
                .map(FullText::weighed)
                .collect(Collectors.joining(" ", "(%s)^100 ".formatted(every(terms)), ""));
    }

    /** What has every term. */
    static String every(SearchTerms terms) {
        return terms.terms().stream().map(term -> "+(" + anywhere(term) + ")").collect(Collectors.joining(" "));
    }

    /** What a term matches at all. */
    static String anywhere(SearchTerms.Term term) {
        String forms = "%1$s:[%3$s TO %3$s]^4 %2$s:[%3$s TO %3$s]"
                .formatted(Folding.SEARCH_NAME, Folding.SEARCH_DETAIL, term.stem());
        return term.prefix()
                ? "%s %s:%s*^2 %s:%s*"
                        .formatted(forms, Folding.SEARCH_NAME, term.word(), Folding.SEARCH_DETAIL, term.word())
                : forms;
    }

    private static String weighed(SearchTerms.Term term) {
        return "%s %s:(%s^2 %s) %s:(%s %s)^0.1"
                .formatted(
                        anywhere(term),
                        Folding.SEARCH_NAME,
                        term.word(),
                        term.stem(),
                        Folding.SEARCH_DETAIL,
                        term.word(),
                        term.stem());
    }

    /** What has words that differ from a term in a letter, or in two where it is long. */
    static String near(SearchTerms.Term term) {
        return "%1$s:%3$s~%4$s %2$s:%3$s~%4$s"
                .formatted(Folding.SEARCH_NAME, Folding.SEARCH_DETAIL, term.word(), Spelling.tolerance(term.word()));
    }
}
