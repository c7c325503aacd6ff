package fr.jalon.schema;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Folds text so that case, accents, ligatures and typographic signs do not matter when texts are compared. */
public final class Folding {

    /** Property that holds the words of what names a node and their stems, for full-text search. */
    public static final String SEARCH_NAME = "nameWords";

    /** Property that holds the words of what is said of a node and their stems, for full-text search. */
    public static final String SEARCH_DETAIL = "detailWords";

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u0085\\p{Z}]+");

    private Folding() {}

    /** Lower case, without accents, ligatures spelt out, straight apostrophes, single spaces and none at the ends. */
    public static String fold(String text) {
        return foldPart(text).strip();
    }

    /** The same for what may be part of a text, where a space at an end tells that a word ends or begins there. */
    public static String foldPart(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String plain = MARKS.matcher(decomposed)
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace('’', '\'');
        return SPACES.matcher(plain).replaceAll(" ");
    }

    /** Folds a text, or each text of a list. */
    public static Object foldAll(Object value) {
        return value instanceof List<?> texts
                ? texts.stream().map(Folding::foldAll).toList()
                : fold((String) value);
    }

    /** Name of the property that holds the folded copy of another. */
    public static String foldedName(String property) {
        return property + "Folded";
    }
}
