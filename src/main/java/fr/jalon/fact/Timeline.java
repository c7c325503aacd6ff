package fr.jalon.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a field holds from which day to which, as far as is known at one moment.
 *
 * @param spans in the order of the days; together they are all days, and no day is in two
 */
record Timeline(List<Span> spans) {

    /** Before every day that is reported. */
    static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

    /** Behind every day that is reported. */
    static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /** Number of the change that a span comes from where documents say what it holds. */
    static final long DOCUMENTS = 0;

    /**
     * What somebody reported and nobody withdrew.
     *
     * @param number of the change, which orders those for the same day
     * @param holdsOn the day from which it holds, until the day of the next
     * @param value null for none
     */
    record Report(long number, LocalDate holdsOn, @Nullable Object value) {}

    /**
     * A value and its days.
     *
     * @param from the first day
     * @param until the first day on which it holds no more
     * @param change number of the change it comes from
     */
    record Span(LocalDate from, LocalDate until, @Nullable Object value, long change) {}

    /**
     * Each report holds from its day on until the day of the next; of those for one day the last to come in counts.
     *
     * @param stated what documents say, which holds before the first of them
     */
    static Timeline of(@Nullable Object stated, Collection<Report> reports) {
        Map<LocalDate, Report> byDay = new TreeMap<>();
        reports.forEach(
                each -> byDay.merge(each.holdsOn(), each, (one, other) -> one.number() > other.number() ? one : other));
        List<Span> spans = new ArrayList<>();
        Report last = new Report(DOCUMENTS, FIRST_DAY, stated);
        for (Report each : byDay.values()) {
            spans.add(new Span(last.holdsOn(), each.holdsOn(), last.value(), last.number()));
            last = each;
        }
        spans.add(new Span(last.holdsOn(), LAST_DAY, last.value(), last.number()));
        return new Timeline(List.copyOf(spans));
    }

    /** What it holds from the last reported day on. */
    @Nullable
    Object current() {
        return spans.get(spans.size() - 1).value();
    }
}
