package fr.jalon.mutation;

import fr.jalon.access.Act;
import fr.jalon.fact.Report;
import fr.jalon.fact.Report.Effect;
import fr.jalon.fact.Report.Subject;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who holds mandates, and until when. */
final class MandateReports {

    private static final String UNTIL = "until";
    private static final String HOLDER = "holder";

    private MandateReports() {}

    /** Names who holds a mandate; others who acted by it do so no longer. */
    record NameHolder(Ties ties) implements Mutation {

        @Override
        public String name() {
            return "nameHolder";
        }

        @Override
        public Act act() {
            return Act.NAME_HOLDER;
        }

        @Override
        public Named named() {
            return Named.of("mandate", "Mandate");
        }

        @Override
        public Report report(Attempt attempt) {
            Subject mandate = attempt.about();
            Subject person = person(attempt);
            requireNotEnded(attempt);
            return attempt.report(
                    "HOLDER",
                    HOLDER,
                    attempt.label(mandate, HOLDER),
                    attempt.words(person, "name"),
                    List.of(new Effect(mandate, HOLDER, person.id()), new Effect(mandate, "status", "NAMED")));
        }

        private static Subject person(Attempt attempt) {
            String id = attempt.input().required("person");
            return Attempt.find(attempt.facts(), id)
                    .filter(found -> found.type().name().equals("Person"))
                    .orElseThrow(() -> UserError.notFound("person", "%s is no person of the graph.".formatted(id)));
        }

        @Override
        public void follow(Attempt attempt) {
            ties.end(
                    attempt,
                    attempt.about().id(),
                    attempt.holdsOn(),
                    attempt.input().required("person"));
        }
    }

    /** Ends a mandate; nobody acts by it after the last day. */
    record End(Ties ties) implements Mutation {

        @Override
        public String name() {
            return "endMandate";
        }

        @Override
        public Act act() {
            return Act.END_MANDATE;
        }

        @Override
        public Named named() {
            return Named.of("mandate", "Mandate");
        }

        @Override
        public Report report(Attempt attempt) {
            requireNotEnded(attempt);
            String last = attempt.holdsOn().toString();
            return attempt.report(
                    "MANDATE_END",
                    UNTIL,
                    attempt.words(attempt.about(), UNTIL),
                    last,
                    List.of(new Effect(attempt.about(), UNTIL, last)));
        }

        @Override
        public void follow(Attempt attempt) {
            ties.end(attempt, attempt.about().id(), attempt.holdsOn().plusDays(1), null);
        }
    }

    /** The accounts that act by mandates. */
    @FunctionalInterface
    interface Ties {

        /**
         * From a day on only one person acts by a mandate.
         *
         * @param person id of who goes on; null where nobody does
         */
        void end(Attempt attempt, String mandate, LocalDate from, @Nullable String person);
    }

    private static void requireNotEnded(Attempt attempt) {
        if (attempt.value(attempt.about(), UNTIL) instanceof LocalDate last && last.isBefore(attempt.today())) {
            String id = attempt.about().id();
            throw UserError.invalid(
                    "mandate", "%s ended on %s; expected one that is in force.".formatted(id, last), last.toString());
        }
    }
}
