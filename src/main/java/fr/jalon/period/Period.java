package fr.jalon.period;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the calendar as French administrations write deadlines, or what goes on without end.
 *
 * @param kind how long it is, or that only its end counts
 * @param start first day, inclusive; null when continuous
 * @param end last day, inclusive; null when continuous
 */
public record Period(
        Kind kind, @Nullable LocalDate start, @Nullable LocalDate end) {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;
    private static final String ID_PREFIX = "period/";

    /** The kinds of period; an {@code END} is the last day of a month, a {@code CONTINUOUS} one has no days. */
    public enum Kind {
        DAY(0),
        MONTH(1),
        QUARTER(3),
        SEMESTER(6),
        YEAR(12),
        END(0),
        CONTINUOUS(0);

        private final int months;

        Kind(int months) {
            this.months = months;
        }
    }

    /** Refuses, as {@link IllegalArgumentException}, bounds that are not the kind's or years outside 1900 to 2999. */
    public Period {
        if (!fits(kind, start, end)) {
            throw new IllegalArgumentException("%s to %s is no period of kind %s".formatted(start, end, kind));
        }
    }

    /** Reads any usual writing, French or ISO; throws {@link PeriodFormatException} for anything else. */
    public static Period parse(String writing) {
        return PeriodParser.parse(writing);
    }

    /** Reads what {@link #id()} writes; throws {@link PeriodFormatException} for anything else. */
    public static Period ofId(String id) {
        Period period = PeriodParser.parse(id.startsWith(ID_PREFIX) ? id.substring(ID_PREFIX.length()) : id);
        if (!period.id().equals(id)) {
            throw new PeriodFormatException(id);
        }
        return period;
    }

    /** The period of a kind that holds a day; of kind {@code END}, the end of the day's month. */
    public static Period of(Kind kind, LocalDate day) {
        return switch (kind) {
            case CONTINUOUS -> continuous();
            case DAY -> new Period(kind, day, day);
            case END -> {
                LocalDate last = day.withDayOfMonth(day.lengthOfMonth());
                yield new Period(kind, last, last);
            }
            case MONTH, QUARTER, SEMESTER, YEAR -> {
                int monthsIn = (day.getMonthValue() - 1) % kind.months;
                LocalDate start = day.withDayOfMonth(1).minusMonths(monthsIn);
                yield new Period(kind, start, lastDay(start, kind));
            }
        };
    }

    /** What has neither start nor end. */
    public static Period continuous() {
        return new Period(Kind.CONTINUOUS, null, null);
    }

    /** The year with its semesters, quarters and months: 19 periods, longest first. */
    public static List<Period> calendarOf(int year) {
        List<Period> calendar = new ArrayList<>();
        for (Kind kind : List.of(Kind.YEAR, Kind.SEMESTER, Kind.QUARTER, Kind.MONTH)) {
            for (int month = 1; month <= 12; month += kind.months) {
                calendar.add(of(kind, LocalDate.of(year, month, 1)));
            }
        }
        return List.copyOf(calendar);
    }

    /** The longer calendar periods that hold this one, shortest first; none when continuous. */
    public List<Period> containers() {
        if (kind == Kind.CONTINUOUS) {
            return List.of();
        }
        LocalDate day = requireNonNull(start);
        return Stream.of(Kind.MONTH, Kind.QUARTER, Kind.SEMESTER, Kind.YEAR)
                .filter(longer -> longer.months > kind.months)
                .map(longer -> of(longer, day))
                .toList();
    }

    /** The one French writing to show, such as "S1 2022"; {@link #parse} reads it back. */
    public String label() {
        return PeriodWriter.label(this);
    }

    /** The public id, such as "period/2022-s1". */
    public String id() {
        return ID_PREFIX + PeriodWriter.key(this);
    }

    private static boolean fits(Kind kind, @Nullable LocalDate start, @Nullable LocalDate end) {
        if (start == null || end == null) {
            return kind == Kind.CONTINUOUS && start == null && end == null;
        }
        return kind != Kind.CONTINUOUS
                && start.getYear() >= FIRST_YEAR
                && end.getYear() <= LAST_YEAR
                && isBounded(kind, start, end);
    }

    private static boolean isBounded(Kind kind, LocalDate start, LocalDate end) {
        if (kind.months == 0) {
            return start.equals(end) && (kind == Kind.DAY || end.getDayOfMonth() == end.lengthOfMonth());
        }
        return start.getDayOfMonth() == 1
                && (start.getMonthValue() - 1) % kind.months == 0
                && end.equals(lastDay(start, kind));
    }

    private static LocalDate lastDay(LocalDate start, Kind kind) {
        return start.plusMonths(kind.months).minusDays(1);
    }
}
