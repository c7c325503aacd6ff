package fr.jalon.seed;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Gathers what is wrong, so that one report tells it all. */
final class Problems {

    private final SortedSet<SeedProblem> found = new TreeSet<>();

    void add(Spot spot, String what, String expected) {
        found.add(new SeedProblem(spot.file(), spot.line(), what, expected));
    }

    List<SeedProblem> sorted() {
        return List.copyOf(found);
    }
}
