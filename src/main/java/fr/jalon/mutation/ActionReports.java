package fr.jalon.mutation;

import fr.jalon.access.Act;
import fr.jalon.fact.Report;
import fr.jalon.fact.Report.Effect;
import fr.jalon.fact.Report.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How far actions are, and what is measured of them. */
final class ActionReports {

    private static final String DONE = "DONE";
    private static final String BLOCKED = "BLOCKED";
    private static final String ABANDONED = "ABANDONED";

    private ActionReports() {}

    /** How far an action is; the day on which it was done follows. */
    record Progress() implements Mutation {

        private static final String FIELD = "progress";

        @Override
        public String name() {
            return "reportProgress";
        }

        @Override
        public Act act() {
            return Act.REPORT_PROGRESS;
        }

        @Override
        public Named named() {
            return Named.of("action", "Action");
        }

        @Override
        public Report report(Attempt attempt) {
            String progress = attempt.input().required(FIELD);
            requireReasons(attempt, progress);
            LocalDate day = attempt.holdsOn();
            @Nullable String doneOn = progress.equals(DONE) ? day.toString() : null;
            return attempt.report(
                    "PROGRESS",
                    FIELD,
                    attempt.words(attempt.about(), FIELD),
                    progress,
                    List.of(
                            new Effect(attempt.about(), FIELD, progress),
                            new Effect(attempt.about(), "doneOn", doneOn)));
        }

        private static void requireReasons(Attempt attempt, String progress) {
            if (progress.equals(DONE) && attempt.input().evidence().isEmpty()) {
                throw UserError.missing(
                        "evidence", "That an action is done takes the address of something that shows it.");
            } else if (progress.equals(BLOCKED) || progress.equals(ABANDONED)) {
                attempt.input().requiredNote("What stands in the way, or why it was given up, is said in the note.");
            } else if (!progress.equals(DONE) && isPastDeadline(attempt)) {
                attempt.input().requiredNote("The deadline is over; the note says what stands in the way.");
            }
        }

        private static boolean isPastDeadline(Attempt attempt) {
            return attempt.related(attempt.about(), "due").stream()
                    .map(period -> attempt.value(period, "end"))
                    .anyMatch(end -> end instanceof LocalDate last && last.isBefore(attempt.holdsOn()));
        }
    }

    /** A value of an indicator, which belongs to an action. */
    record Measurement() implements Mutation {

        private static final String VALUE = "value";

        @Override
        public String name() {
            return "recordMeasurement";
        }

        @Override
        public Act act() {
            return Act.RECORD_MEASUREMENT;
        }

        @Override
        public Named named() {
            return new Named("indicator", "Indicator", "action");
        }

        @Override
        public Report report(Attempt attempt) {
            Subject indicator = attempt.named();
            double value =
                    ((Number) Objects.requireNonNull(attempt.input().values().get(VALUE))).doubleValue();
            return attempt.report(
                    "MEASUREMENT",
                    "indicators.value",
                    attempt.words(indicator, VALUE),
                    String.valueOf(value),
                    List.of(
                            new Effect(indicator, VALUE, String.valueOf(value)),
                            new Effect(
                                    indicator, "measuredOn", attempt.holdsOn().toString())));
        }
    }
}
