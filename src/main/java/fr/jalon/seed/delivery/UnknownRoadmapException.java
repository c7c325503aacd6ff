package fr.jalon.seed.delivery;

import fr.jalon.seed.record.SeedIndex;
import fr.jalon.seed.record.SeedRecord;
import fr.jalon.text.Nearest;
import java.util.List;

/** The seed has no roadmap of an id that was given; the message names those that it may have meant. */
public final class UnknownRoadmapException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String ROADMAP = "Roadmap";

    private UnknownRoadmapException(String message) {
        super(message);
    }

    static SeedRecord find(SeedIndex index, String id) {
        return index.find(id)
                .filter(found -> found.type().name().equals(ROADMAP))
                .orElseThrow(() -> new UnknownRoadmapException(message(id, index.ids(List.of(ROADMAP)))));
    }

    private static String message(String id, List<String> known) {
        String nearest = known.stream()
                .filter(each -> each.contains("/" + id))
                .findFirst()
                .or(() -> Nearest.of(id, known))
                .map(each -> "the id of a roadmap" + Nearest.question(each))
                .orElse("one of " + String.join(", ", known));
        return "found \"%s\", which is no roadmap of the seed; expected %s".formatted(id, nearest);
    }
}
