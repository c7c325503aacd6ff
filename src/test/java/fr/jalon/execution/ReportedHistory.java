package fr.jalon.execution;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Made-up reports, and what they say of any day by what was known at any number, in the simplest way: each holds from its day on until
 * that of the next, unless it is withdrawn. The graph is given the same as rectangles, one row of them a number.
 */
final class ReportedHistory {

    static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    static final LocalDate START = LocalDate.of(2022, 1, 1);
    static final int DAYS = 60;

    /** A field of a node, and what it may hold; null is nothing. */
    record Field(
            String node,
            String name,
            List<?> values,
            @Nullable Object stated) {}

    /** What was reported, or, where a number is given that it withdraws, taken back. */
    record Report(
            long number,
            Field field,
            LocalDate holdsOn,
            @Nullable Object value,
            long withdraws) {}

    /** What a field holds from a day until another, as known from a number until another. */
    record Tile(
            Field field, @Nullable Object value, LocalDate from, LocalDate until, long knownFrom, long knownUntil) {}

    private final List<Report> reports = new ArrayList<>();
    private final List<Field> fields;

    ReportedHistory(List<Field> fields, int number, Random random) {
        this.fields = fields;
        for (long at = 1; at <= number; at++) {
            Field field = fields.get(random.nextInt(fields.size()));
            boolean withdraws = at > 1 && random.nextInt(4) == 0;
            long withdrawn = withdraws ? 1 + random.nextInt((int) at - 1) : 0;
            Object value = field.values().get(random.nextInt(field.values().size()));
            reports.add(new Report(at, field, START.plusDays(random.nextInt(DAYS)), value, withdrawn));
        }
    }

    /** When the report of a number came in: one a day, from the first of March on. */
    static OffsetDateTime entered(long number) {
        return ZonedDateTime.of(2022, 3, 1, 12, 0, 0, 0, ZoneOffset.UTC)
                .plusDays(number)
                .toOffsetDateTime();
    }

    long last() {
        return reports.size();
    }

    /** What a field holds at the end of a day by what was known at a number. */
    @Nullable
    Object value(Field field, LocalDate day, long known) {
        return reports.stream()
                .filter(each -> each.number() <= known && each.field().equals(field) && each.withdraws() == 0)
                .filter(each -> reports.stream()
                        .noneMatch(other -> other.number() <= known && other.withdraws() == each.number()))
                .filter(each -> !each.holdsOn().isAfter(day))
                .max(Comparator.comparing(Report::holdsOn).thenComparing(Report::number))
                .map(each -> new Object[] {each.value()})
                .orElse(new Object[] {field.stated()})[0];
    }

    /** All that fields hold at all times; of a field that nobody reported on, nothing. */
    List<Tile> tiles() {
        return fields.stream()
                .filter(field -> reports.stream().anyMatch(each -> each.field().equals(field)))
                .flatMap(field ->
                        LongStream.rangeClosed(0, last()).boxed().flatMap(known -> tiles(field, known).stream()))
                .toList();
    }

    private List<Tile> tiles(Field field, long known) {
        TreeSet<LocalDate> days = new TreeSet<>(List.of(FIRST_DAY));
        reports.stream().filter(each -> each.field().equals(field)).forEach(each -> days.add(each.holdsOn()));
        List<Tile> tiles = new ArrayList<>();
        for (LocalDate from : days) {
            LocalDate next = days.higher(from);
            tiles.add(new Tile(
                    field,
                    value(field, from, known),
                    from,
                    next == null ? LAST_DAY : next,
                    known,
                    known == last() ? Long.MAX_VALUE : known + 1));
        }
        return tiles;
    }

    static Map<String, Object> properties(Tile tile) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("of", tile.field().node());
        properties.put("field", tile.field().name());
        properties.put("value", tile.value());
        properties.put("from", tile.from());
        properties.put("until", tile.until());
        properties.put("knownFrom", tile.knownFrom());
        properties.put("knownUntil", tile.knownUntil());
        return properties;
    }
}
