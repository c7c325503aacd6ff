package fr.jalon.mutation;

import fr.jalon.access.Act;
import fr.jalon.fact.Edge;
import fr.jalon.fact.Report;
import fr.jalon.fact.Report.Effect;
import fr.jalon.fact.Report.Subject;
import fr.jalon.fact.StatedNode;
import fr.jalon.schema.GraphType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far the openings of resources are. */
final class ResourceReports {

    private static final Set<String> AVAILABLE = Set.of("AVAILABLE", "PARTLY_AVAILABLE");

    private ResourceReports() {}

    /** How far the opening of a resource is, where it can be found, and since when. */
    record Opening() implements Mutation {

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
            Subject opening = opening(attempt);
            @Nullable String before = attempt.words(opening, STATE);
            List<Effect> effects = new ArrayList<>();
            effects.add(new Effect(opening, STATE, state));
            effects.add(new Effect(opening, "since", day.toString()));
            if (address != null) {
                effects.add(new Effect(opening, "url", address));
            }
            return attempt.report("OPENING", "opening.state", before, state, effects);
        }

        /** Of something whose opening no document announces there is a record from the first report on. */
        private static Subject opening(Attempt attempt) {
            Subject resource = attempt.about();
            List<Subject> announced = attempt.related(resource, "opening");
            if (!announced.isEmpty()) {
                return announced.get(0);
            }
            GraphType type = attempt.contract().type("Opening");
            Subject opening = new Subject(type, type.idPrefix() + "/" + resource.id().replace('/', '-'));
            attempt.facts().state(List.of(new StatedNode(type, opening.id(), Map.of())));
            attempt.facts().relate(Set.of(Edge.of(resource.type(), resource.id(), "opening", opening.id())));
            return opening;
        }
    }
}
