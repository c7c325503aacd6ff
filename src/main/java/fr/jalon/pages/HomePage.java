package fr.jalon.pages;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.execution.GraphQlRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The first page: figures, one search over everything, what is due next, and a way in for each reader. */
final class HomePage implements Page {

    private final Clock clock;

    HomePage(Address address, Clock clock) {
        this.clock = clock;
        address.require(Set.of());
    }

    @Override
    public GraphQlRequest request() {
        return Documents.request("home", Map.of("today", LocalDate.now(clock).toString()));
    }

    @Override
    public Shown show(JsonNode data, Frame frame) {
        View view = Documents.as(View.class, data);
        return new Shown.Html(200, Templates.html("home", Map.of("frame", frame, "view", view)));
    }

    /** The answer to its query, field by field. */
    record View(
            Count actions,
            Count resources,
            Count mandates,
            Count toName,
            Count discrepancies,
            Count grave,
            Count documents,
            Roadmaps transcribed,
            Count others,
            Actions upcoming,
            Actions past) {}

    /** How many there are. */
    record Count(long totalCount) {}

    /** Roadmaps whose actions are in the graph. */
    record Roadmaps(List<Roadmap> nodes) {}

    /** A roadmap. */
    record Roadmap(String acronym, String label, String path, Named ministry, Count actions) {}

    /** Actions, of which these are the first. */
    record Actions(long totalCount, List<Action> nodes) {}

    /** An action. */
    record Action(
            String code,
            String label,
            String path,
            @Nullable Named due,
            RoadmapOf roadmap) {}

    /** The roadmap of an action. */
    record RoadmapOf(Named ministry) {}

    /** Another node. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Named(String label, String path) {}
}
