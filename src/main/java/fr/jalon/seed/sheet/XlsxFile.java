package fr.jalon.seed.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** The spreadsheets of Excel since 2007. */
final class XlsxFile implements Spreadsheet {

    private static final String CHOICES = "listes";
    private static final int ROWS_WITH_CHOICES = 500;
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

    @Override
    public Table table(byte[] bytes, String sheet) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes), WITH_FORMATS)) {
            Sheet found = workbook.findSheet(sheet).orElseGet(workbook::getFirstSheet);
            List<Table.Row> rows = new ArrayList<>();
            for (Row row : found.read()) {
                rows.add(new Table.Row(row.getRowNum(), cells(row)));
            }
            return Table.of(rows, MergedAreas.of(bytes, found.getName()));
        }
    }

    private static List<Cell> cells(Row row) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(cell(row.getCell(i)));
        }
        return cells;
    }

    private static Cell cell(org.dhatim.fastexcel.reader.@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return Cell.EMPTY;
        }
        String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
        return switch (cell.getType()) {
            case NUMBER ->
                isDate(cell)
                        ? new Cell(day(cell), Cell.Kind.DATE)
                        : new Cell(cell.asNumber().stripTrailingZeros().toPlainString(), Cell.Kind.NUMBER);
            case ERROR -> new Cell(raw, Cell.Kind.FAULT);
            case FORMULA -> raw.startsWith("#") ? new Cell(raw, Cell.Kind.FAULT) : Cell.text(raw);
            default -> Cell.text(cell.getText());
        };
    }

    /** Excel keeps "mai 2022" as the first of May in a format without days. */
    private static String day(org.dhatim.fastexcel.reader.Cell cell) {
        String day = cell.asDate().toLocalDate().toString();
        return plain(cell.getDataFormatString()).matches("(?is).*[dj].*") ? day : day.substring(0, 7);
    }

    /** A format that shows a day, month or year; text in quotes and colours in brackets aside. */
    private static boolean isDate(org.dhatim.fastexcel.reader.Cell cell) {
        String format = cell.getDataFormatString();
        return format != null
                && !format.equalsIgnoreCase("General")
                && plain(format).matches("(?is).*[dmyja].*");
    }

    private static String plain(String format) {
        return format.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "");
    }

    @Override
    public byte[] bytes(List<Page> pages) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Jalon", "1.0")) {
            List<Worksheet> sheets = pages.stream()
                    .map(page -> workbook.newWorksheet(page.name()))
                    .toList();
            Worksheet choices = workbook.newWorksheet(CHOICES);
            int listed = 0;
            for (int i = 0; i < pages.size(); i++) {
                fill(sheets.get(i), pages.get(i));
                listed = offer(sheets.get(i), pages.get(i), choices, listed);
            }
        }
        return bytes.toByteArray();
    }

    private static void fill(Worksheet sheet, Page page) {
        for (int column = 0; column < page.columns().size(); column++) {
            sheet.value(0, column, page.columns().get(column).heading());
            sheet.width(column, page.columns().get(column).width());
            for (int row = 0; row < page.rows().size(); row++) {
                sheet.value(row + 1, column, page.rows().get(row).get(column));
                sheet.style(row + 1, column)
                        .wrapText(true)
                        .verticalAlignment("top")
                        .set();
            }
            sheet.style(0, column).bold().fillColor("DDE5F0").wrapText(true).set();
        }
        sheet.freezePane(0, 1);
    }

    /** A list only proposes: a cell may hold several of its texts, which Excel would refuse. */
    private static int offer(Worksheet sheet, Page page, Worksheet choices, int listed) {
        int next = listed;
        for (int column = 0; column < page.columns().size(); column++) {
            List<String> texts = page.columns().get(column).choices();
            if (!texts.isEmpty()) {
                choices.value(0, next, page.columns().get(column).heading());
                for (int i = 0; i < texts.size(); i++) {
                    choices.value(i + 1, next, texts.get(i));
                }
                sheet.range(1, column, ROWS_WITH_CHOICES, column)
                        .validateWithList(choices.range(1, next, texts.size(), next))
                        .showErrorMessage(false);
                next++;
            }
        }
        return next;
    }
}
