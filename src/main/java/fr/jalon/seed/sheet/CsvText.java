package fr.jalon.seed.sheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** Text with semicolons, as French spreadsheets write it; commas and tabs are read as well. */
final class CsvText {

    private static final String MARK = "\uFEFF";

    /** A first line such as {@code sep=;}, by which some programs tell Excel what separates cells. */
    private static final Pattern HINT = Pattern.compile("\"?(?i:sep)=([;,\\t|])\"?(?:\\r\\n|\\r|\\n|\\z)");

    private static final List<Character> DELIMITERS = List.of(';', ',', '\t');

    private CsvText() {}

    static Table table(String text) {
        Matcher hint = HINT.matcher(text);
        boolean hinted = hint.lookingAt();
        String rows = hinted ? text.substring(hint.end()) : text;
        return table(rows, hinted ? hint.group(1).charAt(0) : delimiter(rows), hinted ? 1 : 0);
    }

    private static Table table(String text, char delimiter, int linesBefore) {
        Table.requireRoom(text.chars().filter(each -> each == delimiter).count());
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get();
        List<Table.Row> rows = new ArrayList<>();
        long begun = 1;
        try (CSVParser parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(format)
                .get()) {
            for (CSVRecord each : parser) {
                rows.add(new Table.Row(
                        Math.toIntExact(each.getRecordNumber()) + linesBefore,
                        each.stream().map(Cell::text).toList()));
                begun = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException e) {
            throw new ContentException(
                    "a quotation mark that does not end a cell in the row that begins in line %s"
                            .formatted(begun + linesBefore),
                    "marks around a cell, and those inside it written twice");
        }
        return Table.of(rows, List.of());
    }

    /** The bytes of a text with this sheet. */
    static byte[] bytes(Page page) throws IOException {
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

    /** Whichever the heading has most of; no heading of ours holds any. */
    private static char delimiter(String text) {
        String heading =
                text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char most = DELIMITERS.get(0);
        for (char each : DELIMITERS) {
            most = count(heading, each) > count(heading, most) ? each : most;
        }
        return most;
    }

    private static long count(String text, char sought) {
        return text.chars().filter(each -> each == sought).count();
    }
}
