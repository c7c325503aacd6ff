package fr.jalon.seed.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes the workbooks of Excel since 2007. */
final class WorkbookWriter {

    private static final String CHOICES = "listes";
    private static final int ROWS_WITH_CHOICES = 500;
    private static final int LONGEST_CELL = 32_767;

    private WorkbookWriter() {}

    /** The bytes of a workbook with these sheets. */
    static byte[] bytes(List<Page> pages) throws IOException {
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
                sheet.value(row + 1, column, text(page, row, column));
                sheet.style(row + 1, column)
                        .wrapText(true)
                        .verticalAlignment("top")
                        .set();
            }
            sheet.style(0, column).bold().fillColor("DDE5F0").wrapText(true).set();
        }
        sheet.freezePane(0, 1);
    }

    private static String text(Page page, int row, int column) {
        String text = EscapedText.encoded(page.rows().get(row).get(column));
        if (text.length() > LONGEST_CELL) {
            throw new ContentException(
                    "a text of %s characters under \"%s\" in row %s"
                            .formatted(text.length(), page.columns().get(column).heading(), row + 2),
                    "at most %s, or the ending .csv, which has no such limit".formatted(LONGEST_CELL));
        }
        return text;
    }

    /** A list only proposes: a cell may hold several of its texts, which Excel would refuse. */
    private static int offer(Worksheet sheet, Page page, Worksheet choices, int listed) {
        int next = listed;
        for (int column = 0; column < page.columns().size(); column++) {
            List<String> texts = page.columns().get(column).choices();
            if (!texts.isEmpty()) {
                choices.value(0, next, page.columns().get(column).heading());
                for (int i = 0; i < texts.size(); i++) {
                    choices.value(i + 1, next, EscapedText.encoded(texts.get(i)));
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
