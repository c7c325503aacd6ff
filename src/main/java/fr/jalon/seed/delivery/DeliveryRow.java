package fr.jalon.seed.delivery;

import fr.jalon.period.Period;
import fr.jalon.period.PeriodFormatException;
import fr.jalon.seed.record.Location;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.StorableText;
import fr.jalon.seed.sheet.Cell;
import fr.jalon.seed.sheet.Table;
import fr.jalon.text.Nearest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A row of a delivery: its cells read into the values of seed files, and its problems by row and column. */
final class DeliveryRow {

    private static final Pattern FRENCH_DAY = Pattern.compile("(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})");
    private static final Pattern LOCATOR = Pattern.compile("[1-9]\\d{0,5}(-[1-9]\\d{0,5})?");
    private static final Pattern SERIAL = Pattern.compile("[34]\\d{4}");
    private static final String PERIOD = "a period, such as S1 2022, T3 2021, mai 2022, fin 2022 or en continu";

    private final String file;
    private final Table.Row row;
    private final Map<DeliveryColumn, Integer> columns;
    private final Problems problems;
    private final LocalDate dayZero;

    DeliveryRow(String file, Table table, Table.Row row, Map<DeliveryColumn, Integer> columns, Problems problems) {
        this.file = file;
        this.row = row;
        this.columns = columns;
        this.problems = problems;
        this.dayZero = table.dayZero();
    }

    int number() {
        return row.number();
    }

    Cell cell(DeliveryColumn column) {
        Integer index = columns.get(column);
        return index == null ? Cell.EMPTY : row.cell(index);
    }

    /** Parts of a cell between semicolons or on lines of their own. */
    List<String> parts(DeliveryColumn column) {
        return Arrays.stream(words(column).split("[;\\n]", -1))
                .map(DeliveryRow::spaced)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Parts of a cell on lines of their own, for those that may hold a semicolon themselves. */
    List<String> lines(DeliveryColumn column) {
        return words(column)
                .lines()
                .map(DeliveryRow::spaced)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Words with single spaces between them. */
    static String spaced(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** What has no value is reported once, and not taken for words. */
    private String words(DeliveryColumn column) {
        return cell(column).kind() == Cell.Kind.FAULT ? "" : cell(column).text();
    }

    /** A text that must be there and be no date that the spreadsheet made of it. */
    String required(DeliveryColumn column, String expected) {
        if (cell(column).isEmpty()) {
            wrong(column, "nothing", expected);
        }
        return text(column, expected);
    }

    /** A text, which is no date that the spreadsheet made of it; empty where the cell is. */
    String text(DeliveryColumn column, String expected) {
        if (cell(column).kind() == Cell.Kind.DATE) {
            wrong(
                    column,
                    "the date " + cell(column).text() + ", which the spreadsheet made of what was typed",
                    expected);
            return "";
        }
        return words(column);
    }

    /** What has no value, and what seed files and the graph could not give back, spoils any column. */
    void refuseFaults() {
        columns.forEach((column, index) -> {
            Cell cell = row.cell(index);
            if (cell.kind() == Cell.Kind.FAULT) {
                wrong(column, cell.text(), "a value");
            } else {
                StorableText.fault(cell.text()).ifPresent(fault -> wrong(column, fault, StorableText.EXPECTED));
            }
        });
    }

    /** Ids of what the terms in a cell denote. */
    List<String> ids(DeliveryColumn column, Vocabulary.Terms terms, String expected) {
        return parts(column).stream()
                .flatMap(term -> id(column, term, terms, expected).stream())
                .distinct()
                .toList();
    }

    /** The id that a term denotes; nothing where that is none or several, which is then among the problems. */
    Optional<String> id(DeliveryColumn column, String term, Vocabulary.Terms terms, String expected) {
        List<String> ids = terms.ids(term);
        if (ids.isEmpty()) {
            wrong(column, Problems.quoted(term), expected + Nearest.question(term, terms.unambiguous()));
        } else if (ids.size() > 1) {
            wrong(column, Problems.quoted(term) + ", which several have", "one of " + String.join(", ", ids));
        }
        return ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty();
    }

    /** A deadline; nothing where the cell is empty or wrong. */
    Optional<Period> deadline(DeliveryColumn column) {
        Cell cell = cell(column);
        if (cell.isEmpty() || cell.kind() == Cell.Kind.FAULT) {
            return Optional.empty();
        }
        if (cell.kind() == Cell.Kind.NUMBER && SERIAL.matcher(cell.text()).matches()) {
            LocalDate day = dayZero.plusDays(Long.parseLong(cell.text()));
            wrong(column, "the number " + cell.text(), PERIOD + Nearest.question(day.toString()));
            return Optional.empty();
        }
        return period(column, cell.text());
    }

    /** A period in any usual writing, a day of the calendar too; nothing where the text is none. */
    Optional<Period> period(DeliveryColumn column, String text) {
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
            wrong(column, Problems.quoted(text), PERIOD);
            return Optional.empty();
        }
    }

    /** Lines or pages of the document as seed files write them: numbers, and ranges as texts. */
    List<Object> locators(DeliveryColumn column) {
        List<Object> locators = new ArrayList<>();
        String expected = column.heading() + " such as 12 or 14-15, in a cell of text";
        for (String part : required(column, expected).split("[;,\\n]", -1)) {
            String locator =
                    Arrays.stream(part.split("[-–]", -1)).map(String::strip).collect(Collectors.joining("-"));
            if (!locator.isEmpty() && !LOCATOR.matcher(locator).matches()) {
                wrong(column, Problems.quoted(locator), expected);
            } else if (!locator.isEmpty()) {
                locators.add(locator.matches("\\d{1,6}") ? (Object) Integer.valueOf(locator) : locator);
            }
        }
        return locators;
    }

    /** Adds to the problems what a cell holds and what it should. */
    void wrong(DeliveryColumn column, String found, String expected) {
        Integer index = columns.get(column);
        String address = index == null ? "" : Table.letters(index) + row.number() + ", ";
        problems.add(
                new Location(file, row.number()), "%s (%s%s)".formatted(found, address, column.heading()), expected);
    }
}
