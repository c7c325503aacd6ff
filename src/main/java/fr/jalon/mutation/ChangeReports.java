package fr.jalon.mutation;

import fr.jalon.access.Act;
import fr.jalon.fact.Report;
import fr.jalon.fact.Report.Effect;
import fr.jalon.fact.Report.Subject;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is reported about changes themselves, and words that change nothing. */
final class ChangeReports {

    private ChangeReports() {}

    /** Words for the history of anything that has one. */
    record Note() implements Mutation {

        @Override
        public String name() {
            return "addNote";
        }

        @Override
        public Act act() {
            return Act.ADD_NOTE;
        }

        @Override
        public Named named() {
            return Named.of("about", "Tracked");
        }

        @Override
        public Report report(Attempt attempt) {
            attempt.input().requiredNote("The note is empty; expected some words.");
            return attempt.report("NOTE", null, null, null, List.of(), null);
        }
    }

    /** Somebody else than its author found a change to be so. */
    record Verify() implements Mutation {

        @Override
        public String name() {
            return "verify";
        }

        @Override
        public Act act() {
            return Act.VERIFY;
        }

        @Override
        public Named named() {
            return Named.change();
        }

        @Override
        public Report report(Attempt attempt) {
            Map<String, Object> change = attempt.change();
            if (attempt.account().equals(change.get("account"))) {
                throw UserError.invalid("change", "It was reported by this account; expected one of somebody else.");
            }
            return attempt.report(
                    "VERIFICATION", (String) change.get("field"), null, (String) change.get("after"), List.of(), (Long)
                            change.get("number"));
        }
    }

    /** A change was a mistake: what would have stood without it stands from then on. */
    record Withdraw() implements Mutation {

        @Override
        public String name() {
            return "withdraw";
        }

        @Override
        public Act act() {
            return Act.WITHDRAW;
        }

        @Override
        public Named named() {
            return Named.change();
        }

        @Override
        public Report report(Attempt attempt) {
            Map<String, Object> change = attempt.change();
            if ("WITHDRAWAL".equals(change.get("kind"))) {
                throw UserError.invalid("change", "A withdrawal stays; what it withdrew can be reported again.");
            }
            return attempt.report(
                    "WITHDRAWAL",
                    (String) change.get("field"),
                    (String) change.get("after"),
                    (String) change.get("before"),
                    attempt.facts().effects((Long) Objects.requireNonNull(change.get("number"))),
                    (Long) change.get("number"));
        }
    }

    /** Which reading of a discrepancy is followed: that one, and no other of them. */
    record Arbitrate() implements Mutation {

        private static final String FOLLOWED = "followed";

        @Override
        public String name() {
            return "arbitrateDiscrepancy";
        }

        @Override
        public Act act() {
            return Act.ARBITRATE_DISCREPANCY;
        }

        @Override
        public Named named() {
            return Named.of("discrepancy", "Discrepancy");
        }

        @Override
        public Report report(Attempt attempt) {
            String followed = attempt.input().required("reading");
            List<Subject> readings = attempt.related(attempt.about(), "readings");
            Subject chosen = readings.stream()
                    .filter(each -> each.id().equals(followed))
                    .findFirst()
                    .orElseThrow(() -> UserError.notFound(
                            "reading",
                            "%s is no reading of %s."
                                    .formatted(followed, attempt.about().id())));
            attempt.input().requiredNote("The note says why this reading is followed.");
            String before = readings.stream()
                    .filter(each -> Boolean.TRUE.equals(attempt.value(each, FOLLOWED)))
                    .map(each -> Objects.requireNonNull(attempt.words(each, "value")))
                    .findFirst()
                    .orElse(null);
            return attempt.report(
                    "ARBITRATION",
                    "readings.followed",
                    before,
                    attempt.words(chosen, "value"),
                    readings.stream()
                            .map(each -> new Effect(each, FOLLOWED, String.valueOf(each.equals(chosen))))
                            .toList());
        }
    }
}
