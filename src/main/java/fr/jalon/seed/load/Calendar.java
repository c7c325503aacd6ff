package fr.jalon.seed.load;

import fr.jalon.period.Period;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/** The periods that the graph holds, so that one can be asked for although no document names it. */
final class Calendar {

    private Calendar() {}

    /** What is named, and every month, quarter, semester and year from the earliest year named to the latest. */
    static Set<Period> around(Set<Period> named) {
        Set<Period> periods = new LinkedHashSet<>();
        IntSummaryStatistics years = named.stream()
                .map(Period::start)
                .filter(Objects::nonNull)
                .mapToInt(start -> start.getYear())
                .summaryStatistics();
        if (years.getCount() > 0) {
            for (int year = years.getMin(); year <= years.getMax(); year++) {
                periods.addAll(Period.calendarOf(year));
            }
        }
        periods.addAll(named);
        return periods;
    }
}
