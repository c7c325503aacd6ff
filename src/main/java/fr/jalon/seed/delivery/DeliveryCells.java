package fr.jalon.seed.delivery;

import fr.jalon.period.Period;
import fr.jalon.period.PeriodFormatException;
import fr.jalon.seed.record.Nearest;
import fr.jalon.seed.sheet.Cell;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the cells of a delivery into the values of seed files. */
final class DeliveryCells {

    private static final Pattern FRENCH_DAY = Pattern.compile("(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})");
    private static final Pattern PLACE = Pattern.compile("[1-9]\\d{0,5}(-[1-9]\\d{0,5})?");
    private static final Pattern SERIAL = Pattern.compile("[34]\\d{4}");
    private static final String PERIOD = "a period, such as S1 2022, T3 2021, mai 2022, fin 2022 or en continu";
    private static final int LONGEST_SHOWN = 80;

    private DeliveryCells() {}

    /** Ids of what a cell names. */
    static List<String> names(DeliveryRow row, DeliveryColumn column, DeliveryNames known, String expected) {
        return row.parts(column).stream()
                .flatMap(name -> name(row, column, name, known, expected).stream())
                .distinct()
                .toList();
    }

    /** The id of what goes by a name; nothing where that is none or several, which is then among the problems. */
    static Optional<String> name(
            DeliveryRow row, DeliveryColumn column, String name, DeliveryNames known, String expected) {
        List<String> found = known.ids(name);
        if (found.isEmpty()) {
            row.wrong(column, shown(name), expected + Nearest.question(name, known.all()));
        } else if (found.size() > 1) {
            row.wrong(column, shown(name) + ", which several have", "one of " + String.join(", ", found));
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** A deadline; nothing where the cell is empty or wrong. */
    static Optional<Period> deadline(DeliveryRow row, DeliveryColumn column) {
        Cell cell = row.cell(column);
        if (cell.isEmpty() || cell.kind() == Cell.Kind.FAULT) {
            return Optional.empty();
        }
        if (cell.kind() == Cell.Kind.NUMBER && SERIAL.matcher(cell.text()).matches()) {
            LocalDate day = row.day(Long.parseLong(cell.text()));
            row.wrong(column, "the number " + cell.text(), PERIOD + Nearest.question(day.toString()));
            return Optional.empty();
        }
        return period(row, column, cell.text());
    }

    static Optional<Period> period(DeliveryRow row, DeliveryColumn column, String text) {
        Matcher day = FRENCH_DAY.matcher(text);
        try {
            return Optional.of(Period.parse(
                    day.matches()
                            ? String.format(
                                    Locale.ROOT,
                                    "%s-%02d-%02d",
                                    day.group(3),
                                    Integer.valueOf(day.group(2)),
                                    Integer.valueOf(day.group(1)))
                            : text));
        } catch (PeriodFormatException e) {
            row.wrong(column, shown(text), PERIOD);
            return Optional.empty();
        }
    }

    /** Lines or pages: numbers and ranges. */
    static List<Object> places(DeliveryRow row, DeliveryColumn column) {
        List<Object> places = new ArrayList<>();
        String expected = column.heading() + " such as 12 or 14-15, in a cell of text";
        for (String part : row.required(column, expected).split("[;,\\n]", -1)) {
            String place =
                    Arrays.stream(part.split("[-–]", -1)).map(String::strip).collect(Collectors.joining("-"));
            if (!place.isEmpty() && !PLACE.matcher(place).matches()) {
                row.wrong(column, shown(place), expected);
            } else if (!place.isEmpty()) {
                places.add(place(place));
            }
        }
        return places;
    }

    /** A place as seed files write it: a number, or a range as text. */
    private static Object place(String text) {
        return text.matches("\\d{1,6}") ? (Object) Integer.valueOf(text) : text;
    }

    static String shown(String text) {
        return '"' + (text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text) + '"';
    }
}
