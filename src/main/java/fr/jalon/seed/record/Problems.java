package fr.jalon.seed.record;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Gathers what is wrong, so that one report tells it all. */
public final class Problems {

    private static final String VOWELS = "AEIOU";
    private static final int LONGEST_QUOTED = 80;

    private final SortedSet<SeedProblem> found = new TreeSet<>();

    /** Adds what is wrong in a line of a file, and what was expected there. */
    public void add(Location location, String what, String expected) {
        found.add(new SeedProblem(
                location.file(), location.line(), StorableText.shown(what), StorableText.shown(expected)));
    }

    /** All of them, by file and line. */
    public List<SeedProblem> sorted() {
        return List.copyOf(found);
    }

    /** A text in quotation marks, cut off where it is long. */
    public static String quoted(String text) {
        return '"' + shortened(text) + '"';
    }

    /** A text, cut off where it is long. */
    public static String shortened(String text) {
        return text.length() > LONGEST_QUOTED ? text.substring(0, LONGEST_QUOTED) + "…" : text;
    }

    /** The name of a type with its article, such as "an Action". */
    public static String withArticle(String type) {
        return (VOWELS.indexOf(type.charAt(0)) >= 0 ? "an " : "a ") + type;
    }
}
