package fr.jalon.summary;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The answer to {@code summary.graphql}, field by field. */
record Answer(
        Nodes<Roadmap> roadmaps,
        Nodes<Action> actions,
        Nodes<Resource> resources,
        Nodes<Mandate> mandates,
        Nodes<Objective> objectives,
        Nodes<Discrepancy> discrepancies) {

    /** Acronyms of the roadmaps whose actions are in the graph, or of the others. */
    List<String> roadmaps(boolean transcribed) {
        return roadmaps.nodes().stream()
                .filter(roadmap -> roadmap.transcribed() == transcribed)
                .map(Roadmap::acronym)
                .toList();
    }

    /** Whether no list is cut. */
    boolean complete() {
        return Stream.of(actions, resources, mandates, discrepancies).noneMatch(Nodes::isCut);
    }

    /**
     * A page of nodes.
     *
     * @param pageInfo null where it was not asked for
     */
    record Nodes<T>(@Nullable PageInfo pageInfo, List<T> nodes) {

        boolean isCut() {
            return pageInfo != null && pageInfo.hasNextPage();
        }
    }

    record PageInfo(boolean hasNextPage) {}

    record Roadmap(String acronym, boolean transcribed) {}

    /**
     * The roadmap of an action.
     *
     * @param ministry null where it was not asked for
     */
    record Plan(String acronym, @Nullable Name ministry) {

        /** The code of an action is unique within its roadmap only. */
        String reference(String code) {
            return acronym + " " + code;
        }
    }

    record Action(
            String id,
            String code,
            String title,
            Due due,
            List<Name> leads,
            Plan roadmap,
            List<Theme> about,
            List<Citation> citations) {}

    /**
     * A deadline.
     *
     * @param end an ISO date; null when continuous
     */
    record Due(String label, @Nullable String end) {}

    record Theme(String id, String label) {}

    record Resource(
            String id,
            String name,
            @Nullable String acronym,
            String kind,
            @Nullable Name producer,
            Opening opening) {}

    record Opening(String state, @Nullable String announcement, Labelled announcedFor, List<Citation> citations) {}

    record Labelled(String label) {}

    record Mandate(String id, String name, List<Name> organizations, List<Citation> citations) {}

    record Objective(
            String id, String kind, String code, String title, Nodes<Served> servedBy, List<Citation> citations) {}

    record Served(Plan roadmap) {}

    record Discrepancy(
            String id,
            String severity,
            String summary,
            @Nullable String reason,
            List<Subject> about,
            List<Reading> readings) {}

    record Reading(
            String value,
            @Nullable Boolean followed,
            @Nullable Citation citation) {}
}
