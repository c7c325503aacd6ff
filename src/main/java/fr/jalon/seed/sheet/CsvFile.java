package fr.jalon.seed.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** Text with semicolons, as French spreadsheets write it; commas and Windows-1252 are read as well. */
final class CsvFile implements Spreadsheet {

    private static final String MARK = "\uFEFF";
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Override
    public Table table(byte[] bytes, String sheet) throws IOException {
        String text = decoded(bytes);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(false)
                .get();
        List<Table.Row> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(format)
                .get()) {
            for (CSVRecord each : parser) {
                rows.add(new Table.Row(
                        (int) each.getRecordNumber(),
                        each.stream().map(Cell::text).toList()));
            }
        }
        return Table.of(rows, List.of());
    }

    @Override
    public byte[] bytes(List<Page> pages) throws IOException {
        Page page = pages.get(0);
        StringBuilder text = new StringBuilder(MARK);
        CSVFormat format = CSVFormat.EXCEL.builder().setDelimiter(';').get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            printer.printRecord(page.columns().stream().map(Page.Column::heading));
            for (List<String> row : page.rows()) {
                printer.printRecord(row);
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** UTF-8 where the bytes are that, else what Windows writes. */
    private static String decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS);
        }
    }

    /** Whichever the heading has more of; no heading of ours holds either. */
    private static char delimiter(String text) {
        String heading = text.lines().findFirst().orElse("");
        long commas = heading.chars().filter(each -> each == ',').count();
        long semicolons = heading.chars().filter(each -> each == ';').count();
        return commas > semicolons ? ',' : ';';
    }
}
