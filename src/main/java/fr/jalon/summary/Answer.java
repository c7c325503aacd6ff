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

    /** The name of the ministry that answers for a roadmap, or else the roadmap's acronym. */
    String ministry(String acronym) {
        return roadmaps.nodes().stream()
                .filter(roadmap -> roadmap.acronym().equals(acronym))
                .flatMap(roadmap -> Stream.ofNullable(roadmap.ministry()))
                .map(Name::name)
                .findFirst()
                .orElse(acronym);
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
            Due due,
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

    /**
     * A deadline.
     *
     * @param end an ISO date; null when continuous
     */
    record Due(String label, @Nullable String end) {}

    record Name(String name, @Nullable String acronym) {

        String shortest() {
            return acronym == null ? name : acronym;
        }
    }
}
