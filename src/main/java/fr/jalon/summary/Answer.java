package fr.jalon.summary;

import java.util.List;
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

    record Roadmap(
            String acronym, boolean transcribed, @Nullable Name ministry) {}

    record Action(
            String code,
            String title,
            Labelled due,
            List<Name> leads,
            Roadmap roadmap,
            List<Labelled> about,
            List<Citation> citations) {

        /** The code is unique within a roadmap only. */
        String reference() {
            return roadmap.acronym() + " " + code;
        }
    }

    record Resource(String name, String kind, @Nullable Name producer, Opening opening) {}

    record Opening(String state, @Nullable String announcement, Labelled announcedFor, List<Citation> citations) {}

    record Mandate(String name, List<Name> organizations, List<Citation> citations) {}

    record Objective(String kind, String code, String title, Nodes<Served> servedBy, List<Citation> citations) {}

    record Served(Roadmap roadmap) {}

    record Discrepancy(
            String severity, String summary, @Nullable String reason, List<About> about, List<Reading> readings) {}

    record About(
            String id,
            @Nullable String code,
            @Nullable Roadmap roadmap,
            @Nullable String name,
            @Nullable String acronym) {}

    record Reading(
            String value,
            @Nullable Boolean followed,
            @Nullable Citation citation) {}

    record Citation(String locator, Document document) {}

    record Document(String id, String title, @Nullable String url) {}

    record Labelled(String label) {}

    record Name(String name, @Nullable String acronym) {

        String shortest() {
            return acronym == null ? name : acronym;
        }
    }
}
