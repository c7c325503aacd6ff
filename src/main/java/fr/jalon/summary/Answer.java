package fr.jalon.summary;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads the data of an answer, in which lists may be lacking that nobody asked for. */
    static Answer of(Map<?, ?> data) {
        Map<Object, Object> completed = new HashMap<>(data);
        for (RecordComponent list : Answer.class.getRecordComponents()) {
            completed.putIfAbsent(list.getName(), Map.of("nodes", List.of()));
        }
        return JSON.convertValue(completed, Answer.class);
    }

    /** The roadmaps whose actions are in the graph, or the others. */
    List<Roadmap> roadmaps(boolean transcribed) {
        return roadmaps.nodes().stream()
                .filter(roadmap -> roadmap.transcribed() == transcribed)
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

    /** A node that clients may select something of. */
    sealed interface Node {
        /** What was read for that, by keys that only the engine knows. */
        Map<String, Object> selected();

        static List<Map<String, Object>> of(List<? extends Node> nodes) {
            return nodes.stream().map(Node::selected).toList();
        }
    }

    /** An organization or mandate by its name. */
    record Name(
            String id,
            String name,
            @Nullable String acronym,
            @JsonAnySetter Map<String, Object> selected) implements Node {

        static final String UNTOLD = "non précisé";

        static String all(List<Name> names) {
            return names.isEmpty() ? UNTOLD : names.stream().map(Name::shortest).collect(Collectors.joining(", "));
        }

        String shortest() {
            return acronym == null ? name : acronym;
        }
    }

    record Roadmap(
            String acronym,
            boolean transcribed,
            @JsonAnySetter Map<String, Object> selected) implements Node {}

    /**
     * The roadmap of an action.
     *
     * @param ministry null where it was not asked for
     */
    record Plan(String acronym, @Nullable Name ministry) {}

    record Action(
            String id,
            String code,
            String title,
            Due due,
            List<Name> leads,
            Plan roadmap,
            List<Theme> about,
            List<Citation> citations,
            @JsonAnySetter Map<String, Object> selected)
            implements Node {

        /** The code of an action is unique within its roadmap only. */
        String reference() {
            return roadmap.acronym() + " " + code;
        }
    }

    /**
     * A deadline.
     *
     * @param end an ISO date; null when continuous
     */
    record Due(String label, @Nullable String end) {}

    record Theme(String id, String label, @JsonAnySetter Map<String, Object> selected) implements Node {}

    record Resource(
            String id,
            String name,
            @Nullable String acronym,
            String kind,
            @Nullable Name producer,
            Opening opening,
            @JsonAnySetter Map<String, Object> selected)
            implements Node {}

    record Opening(String state, @Nullable String announcement, Labelled announcedFor, List<Citation> citations) {}

    record Labelled(String label) {}

    record Mandate(
            String id,
            String name,
            List<Name> organizations,
            List<Citation> citations,
            @JsonAnySetter Map<String, Object> selected)
            implements Node {}

    record Objective(
            String id,
            String kind,
            String code,
            String title,
            Nodes<Served> servedBy,
            List<Citation> citations,
            @JsonAnySetter Map<String, Object> selected)
            implements Node {}

    record Served(Plan roadmap) {}

    record Discrepancy(
            String id,
            String severity,
            String summary,
            @Nullable String reason,
            List<Contradictions.Subject> about,
            List<Reading> readings,
            @JsonAnySetter Map<String, Object> selected)
            implements Node {}

    record Reading(
            String value,
            @Nullable Boolean followed,
            @Nullable Citation citation) {}

    /** A place in a document: in words, and from which number to which. */
    record Citation(String locator, int firstLine, int lastLine, Document document) {}

    /**
     * A source.
     *
     * @param unit what its numbers count
     */
    record Document(
            String id,
            String title,
            @Nullable String url,
            String unit,
            @JsonAnySetter Map<String, Object> selected) implements Node {}
}
