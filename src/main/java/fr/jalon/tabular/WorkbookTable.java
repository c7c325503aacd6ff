package fr.jalon.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook whose rows are written as they come: texts stand in their cells, since shared ones would all be kept. */
final class WorkbookTable implements TableWriter {

    private static final int ROWS_KEPT = 500;
    private static final int LONGEST_CELL = 32_767;
    private static final String SHORTENED = "… [abrégé]";
    private static final String DAY = "dd/mm/yyyy";
    private static final String VERSION = "01.0000";

    private final Workbook workbook;
    private final Worksheet sheet;
    private final List<Column> columns;
    private final TableOrigin origin;
    private int row;

    WorkbookTable(OutputStream out, List<Column> columns, TableOrigin origin) {
        this.columns = columns;
        this.origin = origin;
        this.workbook = new Workbook(out, "Jalon", VERSION);
        this.sheet = workbook.newWorksheet("Liste");
        sheet.freezePane(0, 1);
        for (int column = 0; column < columns.size(); column++) {
            sheet.inlineString(0, column, columns.get(column).heading());
            sheet.style(0, column).bold().set();
        }
        row = 1;
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            Object cell = cells.get(column);
            if (cell != null) {
                write(column, cell);
            }
        }
        row++;
        if (row % ROWS_KEPT == 0) {
            sheet.flush();
        }
    }

    private void write(int column, Object cell) {
        switch (columns.get(column).kind()) {
            case NUMBER -> sheet.value(row, column, (Number) cell);
            case BOOLEAN -> sheet.value(row, column, (Boolean) cell);
            case DATE -> {
                sheet.value(row, column, LocalDate.parse(String.valueOf(cell)));
                sheet.style(row, column).format(DAY).set();
            }
            case TEXT -> sheet.inlineString(row, column, storable(String.valueOf(cell)));
        }
    }

    private static String storable(String text) {
        return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL - SHORTENED.length()) + SHORTENED;
    }

    @Override
    public void cutShort(String reason) {
        sheet.inlineString(row, 0, reason);
        row++;
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        Worksheet about = workbook.newWorksheet("Origine");
        List<List<String>> lines = List.of(
                List.of("Liste", origin.list()),
                List.of("Lue le", origin.day().toString()),
                List.of("Révision du graphe", origin.revision()),
                List.of("Lignes", String.valueOf(row - 1)),
                List.of("Requête", storable(origin.query())));
        for (int i = 0; i < lines.size(); i++) {
            about.inlineString(i, 0, lines.get(i).get(0));
            about.inlineString(i, 1, lines.get(i).get(1));
        }
        about.finish();
        workbook.finish();
    }
}
