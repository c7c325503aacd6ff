package fr.jalon.mutation;

import fr.jalon.access.Act;
import fr.jalon.fact.Report;
import fr.jalon.fact.Report.Effect;
import fr.jalon.period.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Another deadline of an action: it is asked for, and in force once it is accepted. */
final class DeadlineReports {

    private static final String DUE = "due";
    private static final String PROPOSED = "DEADLINE_PROPOSED";
    private static final String EXPECTED = "a deadline that was asked for";

    private DeadlineReports() {}

    /** Asks for another deadline, which changes no field. */
    record Propose() implements Mutation {

        @Override
        public String name() {
            return "proposeDeadline";
        }

        @Override
        public Act act() {
            return Act.PROPOSE_DEADLINE;
        }

        @Override
        public Named named() {
            return Named.of("action", "Action");
        }

        @Override
        public Report report(Attempt attempt) {
            Period asked =
                    (Period) Objects.requireNonNull(attempt.input().values().get(DUE));
            String before = attempt.label(attempt.about(), DUE);
            if (before != null && asked.label().equals(before)) {
                throw UserError.invalid(
                        DUE, "%s is the deadline in force; expected another.".formatted(before), before);
            }
            attempt.input().requiredNote("The note says why another deadline is needed.");
            return attempt.report(PROPOSED, DUE, before, asked.label(), List.of());
        }
    }

    /** Puts a deadline in force. */
    record Accept() implements Mutation {

        @Override
        public String name() {
            return "acceptDeadline";
        }

        @Override
        public Act act() {
            return Act.ACCEPT_DEADLINE;
        }

        @Override
        public Named named() {
            return Named.change();
        }

        @Override
        public Report report(Attempt attempt) {
            Map<String, Object> asked = unanswered(attempt);
            Period period = Period.parse(String.valueOf(asked.get("after")));
            return attempt.report(
                    "DEADLINE_ACCEPTED",
                    DUE,
                    attempt.label(attempt.about(), DUE),
                    period.label(),
                    List.of(new Effect(attempt.about(), DUE, period.label())),
                    (Long) asked.get("number"));
        }
    }

    /** Says that a deadline will not be in force, and why. */
    record Refuse() implements Mutation {

        @Override
        public String name() {
            return "refuseDeadline";
        }

        @Override
        public Act act() {
            return Act.REFUSE_DEADLINE;
        }

        @Override
        public Named named() {
            return Named.change();
        }

        @Override
        public Report report(Attempt attempt) {
            Map<String, Object> asked = unanswered(attempt);
            attempt.input().requiredNote("The note says why it is refused.");
            return attempt.report(
                    "DEADLINE_REFUSED",
                    DUE,
                    attempt.label(attempt.about(), DUE),
                    String.valueOf(asked.get("after")),
                    List.of(),
                    (Long) asked.get("number"));
        }
    }

    private static Map<String, Object> unanswered(Attempt attempt) {
        Map<String, Object> asked = attempt.change(PROPOSED, EXPECTED);
        attempt.related(attempt.named(), "answeredBy").stream()
                .map(answer -> attempt.facts().nodes(List.of(answer.id())).get(answer.id()))
                .filter(answer -> !Boolean.TRUE.equals(answer.properties().get("withdrawn"))
                        && String.valueOf(answer.properties().get("kind")).startsWith("DEADLINE_"))
                .findFirst()
                .ifPresent(answer -> {
                    String kind = String.valueOf(answer.properties().get("kind"));
                    throw UserError.invalid(
                            "change",
                            "%s was answered already, by %s."
                                    .formatted(attempt.named().id(), answer.id()),
                            kind);
                });
        return asked;
    }
}
