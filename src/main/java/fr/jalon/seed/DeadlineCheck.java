package fr.jalon.seed;

import fr.jalon.period.Period;
import fr.jalon.period.PeriodFormatException;
import java.util.Set;
import java.util.TreeSet;

/**
 * The deadline an action follows is the one its body prints, else its annex, unless a discrepancy about it follows
 * another reading.
 */
final class DeadlineCheck {

    private static final String ACTION = "Action";
    private static final String DUE = "due";

    private final SeedIndex index;
    private final Problems problems;

    DeadlineCheck(SeedIndex index, Problems problems) {
        this.index = index;
        this.problems = problems;
    }

    void check(SeedDraft draft) {
        draft.records().stream()
                .filter(each -> each.type().name().equals(ACTION))
                .forEach(this::check);
    }

    private void check(SeedRecord action) {
        Set<String> due = index.others(action.id(), action.type(), DUE);
        Set<String> wanted = followed(action);
        String source = "that a discrepancy about it follows";
        if (!isInDispute(action)) {
            source = "of its body";
            wanted = stated(action, "BODY");
            if (wanted.isEmpty()) {
                source = "of its annex";
                wanted = stated(action, "ANNEX");
            }
        }
        if (!wanted.isEmpty() && due.stream().noneMatch(wanted::contains)) {
            problems.add(
                    action.spot(DUE),
                    due.isEmpty() ? "no `due`" : "due " + labels(due),
                    "the reading %s, %s, or a discrepancy that says why not".formatted(source, labels(wanted)));
        }
    }

    private Set<String> stated(SeedRecord action, String part) {
        Set<String> periods = new TreeSet<>();
        for (String id : index.others(action.id(), action.type(), "statedDeadlines")) {
            index.find(id)
                    .filter(deadline -> part.equals(deadline.values().get("part")))
                    .ifPresent(deadline -> periods.addAll(index.others(id, deadline.type(), "period")));
        }
        return periods;
    }

    private boolean isInDispute(SeedRecord action) {
        return index.others(action.id(), action.type(), "discrepancies").stream()
                .anyMatch(this::isAboutDue);
    }

    private boolean isAboutDue(String discrepancy) {
        return index.find(discrepancy)
                .filter(each -> DUE.equals(each.values().get("field")))
                .isPresent();
    }

    /** Periods that the followed readings of discrepancies give, where they can be read as such. */
    private Set<String> followed(SeedRecord action) {
        Set<String> periods = new TreeSet<>();
        index.others(action.id(), action.type(), "discrepancies").stream()
                .filter(this::isAboutDue)
                .flatMap(id -> index.find(id).stream())
                .flatMap(each -> index.others(each.id(), each.type(), "readings").stream())
                .flatMap(id -> index.find(id).stream())
                .filter(reading -> Boolean.TRUE.equals(reading.values().get("followed")))
                .forEach(reading -> {
                    try {
                        periods.add(Period.parse(String.valueOf(reading.values().get("value")))
                                .id());
                    } catch (PeriodFormatException e) {
                        // A reading is quoted as printed; only some are periods.
                    }
                });
        return periods;
    }

    private static String labels(Set<String> periodIds) {
        return String.join(
                " and ", periodIds.stream().map(id -> Period.ofId(id).label()).toList());
    }
}
