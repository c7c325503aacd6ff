package fr.jalon.seed.delivery;

import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.Spot;
import fr.jalon.seed.record.StorableText;
import fr.jalon.seed.sheet.Cell;
import fr.jalon.seed.sheet.Table;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A row of a delivery, whose problems name row and column. */
final class DeliveryRow {

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

    /** The day that a number would have been in a cell of days. */
    LocalDate day(long number) {
        return dayZero.plusDays(number);
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

    /** What has no value is told once, and not taken for words. */
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

    void wrong(DeliveryColumn column, String found, String expected) {
        Integer index = columns.get(column);
        String place = index == null ? "" : Table.letters(index) + row.number() + ", ";
        problems.add(new Spot(file, row.number()), "%s (%s%s)".formatted(found, place, column.heading()), expected);
    }
}
