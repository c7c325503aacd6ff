package fr.jalon.tabular;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Text that Excel and LibreOffice open in French by a double click: a byte order mark, semicolons, commas in numbers.
 *
 * <p>A text that a spreadsheet would compute is kept a text by an apostrophe before it, as both do by hand
 * (<a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP, CSV injection</a>).
 */
final class CsvWriter implements TableWriter {

    private static final char MARK = '\uFEFF';
    private static final String COMPUTED = "=+-@\t\r";

    private final CSVPrinter printer;
    private final List<Column> columns;

    CsvWriter(OutputStream out, List<Column> columns) throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(MARK);
        this.columns = columns;
        this.printer = new CSVPrinter(
                writer, CSVFormat.EXCEL.builder().setDelimiter(';').get());
        printer.printRecord(columns.stream().map(Column::heading));
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            texts.add(text(cells.get(i), columns.get(i).kind()));
        }
        printer.printRecord(texts);
    }

    @Override
    public void cutShort(String reason) throws IOException {
        printer.printRecord(reason);
    }

    @Override
    public void close() throws IOException {
        printer.close(true);
    }

    private static String text(@Nullable Object cell, Column.Kind kind) {
        if (cell == null) {
            return "";
        }
        return kind == Column.Kind.TEXT ? asText(Column.text(cell)) : Column.text(cell);
    }

    private static String asText(String text) {
        return !text.isEmpty() && COMPUTED.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
