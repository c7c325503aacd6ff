package fr.jalon.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemmer;

/**
 * The words of French texts as full-text search compares them: folded letters and digits, and stems that their forms
 * share.
 *
 * <p>What is written to the graph and what is asked of it go through here, so that they cannot disagree.
 */
public final class FrenchWords {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

    /** Words that say nothing, what an elision leaves of them ("l", "d", "qu") among them. */
    private static final Set<String> EMPTY_WORDS = FrenchAnalyzer.getDefaultStopSet().stream()
            .map(word -> Folding.fold(new String((char[]) word)))
            .collect(Collectors.toUnmodifiableSet());

    private FrenchWords() {}

    /**
     * A word where it stands in a text.
     *
     * @param start offset of its first character
     * @param end offset behind its last one
     * @param folded as search compares it
     */
    public record Place(int start, int end, String folded) {}

    /** The folded words of a text in their order; an apostrophe, a dot or a hyphen parts words. */
    public static List<String> of(String text) {
        return BETWEEN.splitAsStream(Folding.fold(text))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The words of a text where they stand in it. */
    public static List<Place> places(String text) {
        return WORD.matcher(text)
                .results()
                .map(found -> new Place(found.start(), found.end(), Folding.fold(found.group())))
                .toList();
    }

    /** What the forms of a folded word share: "echeances" and "echeance" have one stem. */
    public static String stem(String word) {
        char[] letters = word.toCharArray();
        return new String(letters, 0, new FrenchLightStemmer().stem(letters, letters.length));
    }

    /** Whether a folded word is one of those that say nothing. */
    public static boolean isEmptyWord(String word) {
        return EMPTY_WORDS.contains(word);
    }

    /** The text that the full-text index reads: the words of a text, each with its stem where that differs. */
    public static String indexed(String text) {
        List<String> tokens = new ArrayList<>();
        for (String word : of(text)) {
            tokens.addAll(new LinkedHashSet<>(List.of(word, stem(word))));
        }
        return String.join(" ", tokens);
    }
}
