package fr.jalon.period;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;

/** Writes a period for readers and for its id. */
final class PeriodWriter {

    private PeriodWriter() {}

    static String label(Period period) {
        if (period.kind() == Period.Kind.CONTINUOUS) {
            return "En continu";
        }
        LocalDate end = requireNonNull(period.end());
        return switch (period.kind()) {
            case DAY -> (end.getDayOfMonth() == 1 ? "1er" : end.getDayOfMonth()) + " " + monthAndYear(end);
            case MONTH -> monthAndYear(end);
            case QUARTER -> "T" + quarter(end) + " " + end.getYear();
            case SEMESTER -> "S" + semester(end) + " " + end.getYear();
            case YEAR -> Integer.toString(end.getYear());
            case END -> "fin " + (endsYear(end) ? Integer.toString(end.getYear()) : monthAndYear(end));
            case CONTINUOUS -> throw new AssertionError();
        };
    }

    static String key(Period period) {
        if (period.kind() == Period.Kind.CONTINUOUS) {
            return "continuous";
        }
        LocalDate end = requireNonNull(period.end());
        return switch (period.kind()) {
            case DAY -> end.toString();
            case MONTH -> YearMonth.from(end).toString();
            case QUARTER -> end.getYear() + "-t" + quarter(end);
            case SEMESTER -> end.getYear() + "-s" + semester(end);
            case YEAR -> Integer.toString(end.getYear());
            case END -> (endsYear(end) ? Integer.toString(end.getYear()) : YearMonth.from(end)) + "-end";
            case CONTINUOUS -> throw new AssertionError();
        };
    }

    private static String monthAndYear(LocalDate day) {
        return FrenchMonths.name(day.getMonth()) + " " + day.getYear();
    }

    private static int quarter(LocalDate day) {
        return (day.getMonthValue() + 2) / 3;
    }

    private static int semester(LocalDate day) {
        return (day.getMonthValue() + 5) / 6;
    }

    private static boolean endsYear(LocalDate day) {
        return day.getMonth() == Month.DECEMBER;
    }
}
