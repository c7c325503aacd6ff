package fr.jalon.seed.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.jalon.seed.SeedCases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads what people send: {@code sheet/workbooks.yaml}, {@code sheet/texts.yaml} and {@code sheet/kinds.yaml}. */
class SpreadsheetTest {

    @TempDir
    private Path folder;

    record WorkbookCase(String name, @Nullable Boolean strict, Map<String, String> xml, String expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The text has a char for each byte. */
    record TextCase(String name, @Nullable String file, String text, String expected) {
        @Override
        public String toString() {
            return name;
        }

        byte[] bytes() {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    record KindCase(String name, String file, @Nullable String text, @Nullable Map<String, String> zip, String expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<WorkbookCase> workbooks() throws IOException {
        return new YAMLMapper().readValue(cases("workbooks.yaml"), new TypeReference<>() {});
    }

    static List<TextCase> texts() throws IOException {
        return new YAMLMapper().readValue(cases("texts.yaml"), new TypeReference<>() {});
    }

    static List<KindCase> kinds() throws IOException {
        return new YAMLMapper().readValue(cases("kinds.yaml"), new TypeReference<>() {});
    }

    private static String cases(String name) throws IOException {
        return Files.readString(SeedCases.path("sheet/" + name));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workbooks")
    void a_workbook_is_read_as_it_shows(WorkbookCase each) throws IOException {
        Path file = WorkbookParts.of(Boolean.TRUE.equals(each.strict()), each.xml())
                .write(folder.resolve("sheet.xlsx"));

        assertThat(read(file)).isEqualTo(each.expected().strip());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void a_text_is_read_in_its_charset_or_refused_with_the_line(TextCase each) throws IOException {
        Path file = Files.write(folder.resolve("sheet.csv"), each.bytes());

        assertThat(read(file)).isEqualTo(each.expected().strip());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void a_file_is_what_it_holds_whatever_its_name(KindCase each) throws IOException {
        byte[] bytes = each.zip() == null
                ? Objects.requireNonNull(each.text()).getBytes(StandardCharsets.ISO_8859_1)
                : zip(each.zip());
        Path file = Files.write(folder.resolve(each.file()), bytes);

        assertThat(read(file)).isEqualTo(each.expected().strip());
    }

    @Test
    void a_workbook_that_is_cut_off_anywhere_is_told_to_be_so() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(whole, "Test", "1.0")) {
            workbook.newWorksheet("actions").value(0, 0, "code");
        }
        for (int part = 1; part < 10; part++) {
            byte[] start = Arrays.copyOf(whole.toByteArray(), whole.size() * part / 10);
            Path file = Files.write(folder.resolve("sheet.xlsx"), start);

            assertThat(read(file))
                    .isEqualTo("sheet.xlsx: found a workbook that is cut off or damaged, expected it whole: save or send it again");
        }
    }

    @Test
    void a_small_file_that_unpacks_to_any_size_is_refused_with_the_limit() throws IOException {
        Path file = folder.resolve("sheet.xlsx");
        String row = "<row><c t=\"inlineStr\"><is><t>%s</t></is></c></row>".formatted("a".repeat(30_000));
        WorkbookParts.of(false, Map.of("rows", row.repeat(4_000))).write(file);

        assertThat(Files.size(file)).isLessThan(5_000_000);
        assertThat(read(file)).contains("more than 67108864 characters of text");
    }

    @Test
    void a_million_empty_rows_and_thousands_of_columns_are_passed_over() throws IOException {
        StringBuilder rows = new StringBuilder("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\"><v>2</v></c></row>");
        for (int i = 2; i <= 1_000_000; i++) {
            rows.append("<row r=\"").append(i).append("\"/>");
        }
        Path file = WorkbookParts.of(false, Map.of("rows", rows.toString())).write(folder.resolve("sheet.xlsx"));

        Table table = Spreadsheet.read(file, "actions");

        assertThat(table.rows()).hasSize(1);
        assertThat(table.rows().get(0).cell(16_383).text()).isEqualTo("2");
    }

    @Test
    void rows_that_are_filled_to_the_last_column_are_refused_beyond_the_limit() throws IOException {
        String row = "<row><c r=\"XFD1\"><v>2</v></c></row>";
        Path file = WorkbookParts.of(false, Map.of("rows", row.repeat(1_000))).write(folder.resolve("sheet.xlsx"));

        assertThat(read(file)).contains("a table of more than 2000000 cells");
    }

    @Test
    void a_text_that_looks_like_an_escape_comes_back_as_it_was_written() {
        Path file = folder.resolve("sheet.xlsx");
        List<String> texts = List.of("_x000D_", "a _x005F_x000D_ b", "_x00e9__x00E9_", "_x_x0041_", "snake_x12_case");
        Page page = new Page("actions", List.of(new Page.Column("titre", 9, List.of())), texts.stream().map(List::of).toList());

        Spreadsheet.write(file, List.of(page));

        assertThat(Spreadsheet.read(file, "actions").rows().stream()
                        .skip(1)
                        .map(row -> row.cell(0).text()))
                .isEqualTo(texts);
    }

    @Test
    void a_folder_and_a_file_that_is_not_there_are_told_apart() throws IOException {
        assertThat(read(Files.createDirectory(folder.resolve("a.xlsx")))).isEqualTo("a.xlsx: found a folder, expected a spreadsheet, .xlsx or .csv");
        assertThat(read(folder.resolve("b.xlsx"))).isEqualTo("b.xlsx: found no such file, expected a spreadsheet");
    }

    /** Rows as "number: a | b", faults in brackets and dates behind "@", or the sentence that refuses the file. */
    private String read(Path file) {
        try {
            Table table = Spreadsheet.read(file, "actions");
            String rows = table.rows().stream()
                    .map(row -> row.number() + ": "
                            + row.cells().stream().map(SpreadsheetTest::shown).collect(Collectors.joining(" | ")))
                    .collect(Collectors.joining("\n"));
            return table.merged().isEmpty() ? rows : rows + "\nmerged " + table.merged();
        } catch (SheetException e) {
            return String.valueOf(e.getMessage()).replace(folder + "/", "");
        }
    }

    private static String shown(Cell cell) {
        String text = cell.text().replace("\n", "\\n");
        return switch (cell.kind()) {
            case TEXT -> text;
            case NUMBER -> "#" + text;
            case DATE -> "@" + text;
            case FAULT -> "[" + text + "]";
        };
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> each : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
