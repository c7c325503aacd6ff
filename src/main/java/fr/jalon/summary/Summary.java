package fr.jalon.summary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the graph tells of a period, for a session of the CIAD: the type of that name in the contract. */
record Summary(
        String period,
        List<String> transcribedRoadmaps,
        List<String> otherRoadmaps,
        boolean complete,
        List<Ministry> dueByMinistry,
        List<Theme> dueByTheme,
        List<Openings> openings,
        List<Answer.Mandate> openMandates,
        List<Objective> unservedObjectives,
        List<Contradiction> contradictions) {

    static Summary of(String period, Answer answer) {
        return new Summary(
                period,
                answer.roadmaps(true),
                answer.roadmaps(false),
                answer.complete(),
                Deadlines.byMinistry(answer),
                Deadlines.byTheme(answer),
                AnnouncedOpenings.of(answer),
                answer.mandates().nodes(),
                UnservedObjectives.of(answer),
                Contradictions.of(answer));
    }

    record Ministry(Name ministry, List<Action> actions) {}

    record Theme(String id, String label, List<Action> actions) {}

    record Action(String id, String reference, String title, String due, List<Name> leads, List<Citation> citations) {}

    record Openings(String kind, List<Producer> producers) {}

    record Producer(@Nullable Name producer, List<Opening> openings) {}

    record Opening(
            Name resource,
            String state,
            @Nullable String announcement,
            String announcedFor,
            List<Citation> citations) {}

    record Objective(
            String id, String kind, String code, String title, List<Service> servedBy, List<Citation> citations) {}

    record Service(String roadmap, long actions) {}

    record Contradiction(
            String id,
            String severity,
            String summary,
            @Nullable String reason,
            List<Name> about,
            List<Reading> readings) {}

    record Reading(String value, boolean followed, @Nullable Citation citation) {}
}
