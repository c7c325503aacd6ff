package fr.jalon.seed;

import fr.jalon.period.Period;
import fr.jalon.period.PeriodFormatException;
import fr.jalon.seed.sheet.Cell;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the cells of a delivery into the values of seed files. */
final class DeliveryCells {

    private static final Pattern FRENCH_DAY = Pattern.compile("(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})");
    private static final Pattern PLACE = Pattern.compile("[1-9]\\d{0,5}(-[1-9]\\d{0,5})?");
    private static final Pattern SERIAL = Pattern.compile("[34]\\d{4}");
    private static final String PERIOD = "a period, such as S1 2022, T3 2021, mai 2022, fin 2022 or en continu";
    private static final LocalDate FIRST_SERIAL = LocalDate.of(1899, 12, 30);

    private DeliveryCells() {}

    /** Ids of what a cell names. */
    static List<String> names(DeliveryRow row, DeliveryColumn column, DeliveryNames known, String expected) {
        List<String> ids = new ArrayList<>();
        for (String name : row.parts(column)) {
            List<String> found = known.ids(name);
            if (found.size() == 1) {
                ids.add(found.get(0));
            } else if (found.isEmpty()) {
                row.wrong(column, shown(name), expected + Nearest.question(name, known.all()));
            } else {
                row.wrong(column, shown(name) + ", which several have", "one of " + String.join(", ", found));
            }
        }
        return ids;
    }

    /** The deadline; nothing where the cell is empty or wrong. */
    static Optional<Period> due(DeliveryRow row) {
        Cell cell = row.cell(DeliveryColumn.DUE);
        if (cell.isEmpty() || cell.kind() == Cell.Kind.FAULT) {
            return Optional.empty();
        }
        if (cell.kind() == Cell.Kind.NUMBER && SERIAL.matcher(cell.text()).matches()) {
            LocalDate day = FIRST_SERIAL.plusDays(Long.parseLong(cell.text()));
            row.wrong(DeliveryColumn.DUE, "the number " + cell.text(), PERIOD + Nearest.question(day.toString()));
            return Optional.empty();
        }
        return period(row, DeliveryColumn.DUE, cell.text());
    }

    private static Optional<Period> period(DeliveryRow row, DeliveryColumn column, String text) {
        Matcher day = FRENCH_DAY.matcher(text);
        try {
            return Optional.of(Period.parse(
                    day.matches()
                            ? "%s-%02d-%02d"
                                    .formatted(
                                            day.group(3), Integer.valueOf(day.group(2)), Integer.valueOf(day.group(1)))
                            : text));
        } catch (PeriodFormatException e) {
            row.wrong(column, shown(text), PERIOD);
            return Optional.empty();
        }
    }

    /** Indicators, each "label | baseline | target | unit | due". */
    static List<Map<String, Object>> indicators(DeliveryRow row, List<Object> places) {
        List<Map<String, Object>> indicators = new ArrayList<>();
        for (String part : row.parts(DeliveryColumn.INDICATORS)) {
            String[] values = part.split("\\|", -1);
            Map<String, Object> indicator = new LinkedHashMap<>();
            indicator.put("label", values[0].strip());
            number(row, values, 1).ifPresent(number -> indicator.put("baseline", number));
            number(row, values, 2).ifPresent(number -> indicator.put("target", number));
            value(values, 3).ifPresent(unit -> indicator.put("unit", unit));
            value(values, 4)
                    .flatMap(due -> period(row, DeliveryColumn.INDICATORS, due))
                    .ifPresent(due -> indicator.put("due", due.label()));
            indicator.put("at", at(places));
            indicators.add(indicator);
        }
        return indicators;
    }

    private static Optional<String> value(String[] values, int index) {
        return index < values.length && !values[index].isBlank()
                ? Optional.of(values[index].strip())
                : Optional.empty();
    }

    private static Optional<Double> number(DeliveryRow row, String[] values, int index) {
        Optional<String> text = value(values, index);
        if (text.isPresent() && !text.get().matches("-?\\d+([.,]\\d+)?")) {
            row.wrong(DeliveryColumn.INDICATORS, shown(text.get()), "a number, such as 58 or 0,5");
            return Optional.empty();
        }
        return text.map(digits -> Double.valueOf(digits.replace(',', '.')));
    }

    /** Lines or pages: numbers and ranges. */
    static List<Object> places(DeliveryRow row, DeliveryColumn column) {
        List<Object> places = new ArrayList<>();
        String expected = column.heading() + " such as 12 or 14-15, in a cell of text";
        for (String part : row.required(column, expected).split("[;,\\n]", -1)) {
            String place = part.replaceAll("\\s*[-–]\\s*", "-").strip();
            if (!place.isEmpty() && !PLACE.matcher(place).matches()) {
                row.wrong(column, shown(place), expected);
            } else if (!place.isEmpty()) {
                places.add(place(place));
            }
        }
        return places;
    }

    /** A place as seed files write it: a number, or a range as text. */
    static Object place(String text) {
        return text.matches("\\d{1,6}") ? (Object) Integer.valueOf(text) : text;
    }

    /** Places as seed files write them: one alone, several in a list. */
    static Object at(List<Object> places) {
        return places.size() == 1 ? places.get(0) : places;
    }

    static String shown(String text) {
        return '"' + text + '"';
    }
}
