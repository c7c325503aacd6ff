package fr.jalon.seed.check;

import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedPlace;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells whether two records are stated in the same lines. */
final class SamePlace {

    private final Map<String, List<SeedPlace>> byOwner;

    SamePlace(SeedDraft draft) {
        byOwner = draft.places().stream().collect(Collectors.groupingBy(SeedPlace::owner));
    }

    /** Whether a line of one is a line of the other. */
    boolean share(Said one, Said other) {
        return byOwner.getOrDefault(one.by(), List.of()).stream()
                .anyMatch(place ->
                        byOwner.getOrDefault(other.by(), List.of()).stream().anyMatch(place::overlaps));
    }
}
