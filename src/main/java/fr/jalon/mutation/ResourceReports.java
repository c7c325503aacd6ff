package fr.jalon.mutation;

import fr.jalon.access.Act;
import fr.jalon.fact.Report;
import fr.jalon.fact.Report.Effect;
import fr.jalon.fact.Report.Subject;
import fr.jalon.schema.GraphType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far the openings of resources are. */
final class ResourceReports {

    private static final Set<String> AVAILABLE = Set.of("AVAILABLE", "PARTLY_AVAILABLE");

    private ResourceReports() {}

    /** How far the opening of a resource is, where it can be found, and since when. */
    record Opening() implements Mutation {

        private static final String OPENING = "opening";
        private static final String STATE = "state";

        @Override
        public String name() {
            return "recordOpening";
        }

        @Override
        public Act act() {
            return Act.RECORD_OPENING;
        }

        @Override
        public Named named() {
            return Named.of("resource", "Resource");
        }

        @Override
        public Report report(Attempt attempt) {
            String state = attempt.input().required(STATE);
            @Nullable String address = attempt.input().text("url");
            if (address != null) {
                Input.address("url", address);
            } else if (AVAILABLE.contains(state) && attempt.input().evidence().isEmpty()) {
                throw UserError.missing("url", "That something is available takes its address, or one that shows it.");
            }
            LocalDate day = attempt.holdsOn();
            List<Subject> announced = attempt.related(attempt.about(), OPENING);
            Subject opening = opening(attempt, announced);
            @Nullable String before = attempt.words(opening, STATE);
            List<Effect> effects = new ArrayList<>();
            effects.add(new Effect(opening, STATE, state));
            effects.add(new Effect(opening, "since", day.toString()));
            if (address != null) {
                effects.add(new Effect(opening, "url", address));
            }
            return new Report(
                    attempt.about(),
                    "OPENING",
                    day,
                    "opening.state",
                    before,
                    state,
                    announced.isEmpty() ? new Report.Creation(opening, OPENING) : null,
                    effects,
                    attempt.input().note(),
                    attempt.input().evidence(),
                    null);
        }

        /** Of something whose opening no document announces there is a record from the first report on. */
        private static Subject opening(Attempt attempt, List<Subject> announced) {
            GraphType type = attempt.contract().type("Opening");
            String id = type.idPrefix() + "/" + attempt.about().id().replace('/', '-');
            return announced.isEmpty() ? new Subject(type, id) : announced.get(0);
        }
    }
}
