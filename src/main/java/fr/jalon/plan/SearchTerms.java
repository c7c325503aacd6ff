package fr.jalon.plan;

import fr.jalon.schema.FrenchWords;
import java.util.List;

/**
 * What a full-text search looks for.
 *
 * @param text as it was asked
 * @param terms each once; none when the text holds no word
 */
public record SearchTerms(String text, List<Term> terms) {

    private static final int SHORTEST_PREFIX = 2;

    /** The full-text index refuses 1,024 clauses and more, and a word makes up to nine. */
    private static final int MOST = 100;

    /** Cutting megabytes into words takes too long. */
    private static final int LONGEST = 2_000;

    /** The index refuses to look for what is near a word of many hundreds. */
    private static final int LONGEST_WORD = 100;

    /**
     * One word.
     *
     * @param word folded
     * @param stem what its other forms share
     * @param prefix whether words that start with it match too, because it may not have been typed to its end
     */
    public record Term(String word, String stem, boolean prefix) {

        /** Whether a folded word of a text matches. */
        public boolean matches(String other) {
            return word.equals(other) || stem.equals(FrenchWords.stem(other)) || (prefix && other.startsWith(word));
        }
    }

    /**
     * The words of a text; those that say nothing only where there are no others.
     *
     * @throws PlanException when they are too many, or the text is too long
     */
    public static SearchTerms of(String text) {
        if (text.length() > LONGEST) {
            String message = "A search takes a text of at most %s characters; found %s.";
            throw PlanException.tooMuch(message.formatted(LONGEST, text.length()));
        }
        List<String> words = FrenchWords.of(text);
        int longest = words.stream().mapToInt(String::length).max().orElse(0);
        if (longest > LONGEST_WORD) {
            String message = "A search takes words of at most %s characters; found %s.";
            throw PlanException.tooMuch(message.formatted(LONGEST_WORD, longest));
        }
        List<String> telling =
                words.stream().filter(word -> !FrenchWords.isEmptyWord(word)).toList();
        String last = words.isEmpty() ? "" : words.get(words.size() - 1);
        List<Term> terms = (telling.isEmpty() ? words : telling)
                .stream()
                        .distinct()
                        .map(word -> new Term(
                                word, FrenchWords.stem(word), word.equals(last) && word.length() >= SHORTEST_PREFIX))
                        .toList();
        if (terms.size() > MOST) {
            String message = "A search takes at most %s different words; found %s.";
            throw PlanException.tooMuch(message.formatted(MOST, terms.size()));
        }
        return new SearchTerms(text, terms);
    }

    /** Whether there is nothing to look for. */
    public boolean isEmpty() {
        return terms.isEmpty();
    }

    /** Whether a folded word of a text matches. */
    public boolean matches(String word) {
        return terms.stream().anyMatch(term -> term.matches(word));
    }
}
