package fr.jalon.seed.delivery;

import fr.jalon.text.Nearest;
import java.util.List;

/** The seed has no roadmap of an id that was given; the message names those that may have been meant. */
public final class UnknownRoadmapException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownRoadmapException(String id, List<String> roadmaps) {
        super("found \"%s\", which is no roadmap of the seed; expected %s".formatted(id, expected(id, roadmaps)));
    }

    private static String expected(String id, List<String> roadmaps) {
        return roadmaps.stream()
                .filter(each -> each.contains("/" + id))
                .findFirst()
                .or(() -> Nearest.of(id, roadmaps))
                .map(each -> "the id of a roadmap" + Nearest.question(each))
                .orElse("one of " + String.join(", ", roadmaps));
    }
}
