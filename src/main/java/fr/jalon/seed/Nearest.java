package fr.jalon.seed;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known name that a mistyped one most likely meant. */
final class Nearest {

    private static final int ALWAYS_ALLOWED = 2;
    private static final int LETTERS_PER_ERROR = 4;

    private Nearest() {}

    /** The closest candidate within two errors, or one in every four letters; by name where several are as close. */
    static Optional<String> of(String word, Collection<String> candidates) {
        int allowed = Math.max(ALWAYS_ALLOWED, word.length() / LETTERS_PER_ERROR);
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - word.length()) <= allowed)
                .filter(candidate -> distance(word, candidate) <= allowed)
                .min(Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A suffix for what was expected: the closest candidate as a question, or nothing. */
    static String question(String word, Collection<String> candidates) {
        return of(word, candidates)
                .map(candidate -> ", did you mean \"%s\"?".formatted(candidate))
                .orElse("");
    }

    /** Edit distance of Levenshtein, in characters. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
