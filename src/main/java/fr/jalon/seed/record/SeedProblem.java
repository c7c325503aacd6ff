package fr.jalon.seed.record;

import java.util.Comparator;

/**
 * Something in a seed file that keeps the whole seed from being loaded.
 *
 * @param file path inside the seed folder
 * @param line from 1
 * @param found what the file says there
 * @param expected what would be right there
 */
public record SeedProblem(String file, int line, String found, String expected) implements Comparable<SeedProblem> {

    private static final Comparator<SeedProblem> BY_PLACE = Comparator.comparing(SeedProblem::file)
            .thenComparingInt(SeedProblem::line)
            .thenComparing(SeedProblem::found)
            .thenComparing(SeedProblem::expected);

    @Override
    public int compareTo(SeedProblem other) {
        return BY_PLACE.compare(this, other);
    }

    /** One line, in the form that editors and terminals turn into a link. */
    @Override
    public String toString() {
        return "%s:%s: found %s; expected %s".formatted(file, line, found, expected);
    }
}
