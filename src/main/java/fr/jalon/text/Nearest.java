package fr.jalon.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known name that a mistyped one most likely meant. */
public final class Nearest {

    private static final int ALWAYS_ALLOWED = 2;
    private static final int LETTERS_PER_ERROR = 4;

    private Nearest() {}

    /** The closest candidate within two errors, or one in every four letters; by name where several are as close. */
    public static Optional<String> of(String word, Collection<String> candidates) {
        int allowed = Math.max(ALWAYS_ALLOWED, word.length() / LETTERS_PER_ERROR);
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - word.length()) <= allowed)
                .filter(candidate -> Spelling.distance(word, candidate) <= allowed)
                .min(Comparator.<String>comparingInt(candidate -> Spelling.distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A suffix for what was expected: the closest candidate as a question, or nothing. */
    public static String question(String word, Collection<String> candidates) {
        return of(word, candidates).map(Nearest::question).orElse("");
    }

    /** A question that offers this name. */
    public static String question(String candidate) {
        return ", did you mean \"%s\"?".formatted(candidate);
    }
}
