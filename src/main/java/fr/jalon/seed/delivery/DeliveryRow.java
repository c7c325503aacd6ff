package fr.jalon.seed.delivery;

import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.Spot;
import fr.jalon.seed.sheet.Cell;
import fr.jalon.seed.sheet.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A row of a delivery, whose problems name row and column. */
final class DeliveryRow {

    private final String file;
    private final Table.Row row;
    private final Map<DeliveryColumn, Integer> columns;
    private final Problems problems;

    DeliveryRow(String file, Table.Row row, Map<DeliveryColumn, Integer> columns, Problems problems) {
        this.file = file;
        this.row = row;
        this.columns = columns;
        this.problems = problems;
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
        return Arrays.stream(cell(column).text().split("[;\\n]", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Parts of a cell on lines of their own, for those that may hold a semicolon themselves. */
    List<String> lines(DeliveryColumn column) {
        return cell(column)
                .text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
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
        return cell(column).text();
    }

    /** A formula that failed spoils any column. */
    void refuseFaults() {
        columns.forEach((column, index) -> {
            if (row.cell(index).kind() == Cell.Kind.FAULT) {
                wrong(column, "the failed formula " + row.cell(index).text(), "a value");
            }
        });
    }

    void wrong(DeliveryColumn column, String found, String expected) {
        Integer index = columns.get(column);
        String place = index == null ? "" : Table.letters(index) + row.number() + ", ";
        problems.add(new Spot(file, row.number()), "%s (%s%s)".formatted(found, place, column.heading()), expected);
    }
}
