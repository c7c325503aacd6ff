package fr.jalon.seed.delivery;

import fr.jalon.seed.record.Nearest;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.Spot;
import fr.jalon.seed.sheet.Table;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Finds the columns of a delivered table by their headings, and its rows. */
final class DeliveryTable {

    private final String file;
    private final Table table;
    private final Problems problems;
    private final Map<DeliveryColumn, Integer> columns = new EnumMap<>(DeliveryColumn.class);

    DeliveryTable(String file, Table table, Problems problems) {
        this.file = file;
        this.table = table;
        this.problems = problems;
        for (String area : table.merged()) {
            int row = Integer.parseInt(area.substring(0, area.indexOf(':')).replaceAll("[A-Z]+", ""));
            problems.add(new Spot(file, row), "the merged cells " + area, "a value of its own in each row");
        }
        if (!table.rows().isEmpty()) {
            readHeadings(table.rows().get(0));
        }
        if (table.rows().size() < 2) {
            problems.add(new Spot(file, 1), "a table without rows", "the headings, and below a row for each action");
        }
    }

    boolean has(DeliveryColumn column) {
        return columns.containsKey(column);
    }

    List<DeliveryColumn> columns() {
        return List.copyOf(columns.keySet());
    }

    List<DeliveryRow> rows() {
        List<Table.Row> rows = table.rows().stream().skip(1).toList();
        rows.forEach(this::requireHeadings);
        return rows.stream()
                .map(row -> new DeliveryRow(file, table, row, columns, problems))
                .toList();
    }

    /** A text with an unquoted separator moves all cells behind it. */
    private void requireHeadings(Table.Row row) {
        int headings = table.rows().get(0).cells().size();
        for (int i = headings; i < row.cells().size(); i++) {
            if (!row.cell(i).isEmpty()) {
                problems.add(
                        new Spot(file, row.number()),
                        "%s (%s%s), right of all headings"
                                .formatted(DeliveryCells.shown(row.cell(i).text()), Table.letters(i), row.number()),
                        "a heading above it; or quotes around a text to the left that holds a semicolon or comma");
            }
        }
    }

    private void readHeadings(Table.Row row) {
        Spot spot = new Spot(file, row.number());
        for (int i = 0; i < row.cells().size(); i++) {
            String heading = row.cell(i).text();
            if (!heading.isEmpty()) {
                readHeading(spot, heading, i);
            }
        }
        for (DeliveryColumn each : List.of(DeliveryColumn.CODE, DeliveryColumn.TITLE)) {
            if (!has(each)) {
                problems.add(spot, "no column \"%s\"".formatted(each.heading()), "one with that heading");
            }
        }
        if (has(DeliveryColumn.PAGES) == has(DeliveryColumn.LINES)) {
            String found = has(DeliveryColumn.PAGES) ? "both" : "neither";
            problems.add(spot, found + " of the columns \"pages\" and \"lignes\"", "one of them");
        }
    }

    private void readHeading(Spot spot, String heading, int index) {
        String found = "the heading %s in column %s".formatted(DeliveryCells.shown(heading), Table.letters(index));
        DeliveryColumn.of(heading)
                .ifPresentOrElse(
                        column -> {
                            if (columns.putIfAbsent(column, index) != null) {
                                problems.add(spot, found + " a second time", "each heading once");
                            }
                        },
                        () -> problems.add(
                                spot,
                                found,
                                "one of " + String.join(", ", DeliveryColumn.headings())
                                        + Nearest.question(heading, DeliveryColumn.headings())));
    }
}
