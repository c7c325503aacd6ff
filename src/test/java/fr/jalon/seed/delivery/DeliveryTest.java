package fr.jalon.seed.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.jalon.seed.InvalidSeedException;
import fr.jalon.seed.Seed;
import fr.jalon.seed.SeedCases;
import fr.jalon.seed.file.SeedFile;
import fr.jalon.seed.file.SeedFolder;
import fr.jalon.seed.record.SeedProblem;
import fr.jalon.seed.sheet.Spreadsheet;
import fr.jalon.seed.sheet.WorkbookParts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryTest {

    private static final String SPM = "roadmap/spm-2021";
    private static final String MAA = "roadmap/maa-2021";
    private static final Path SEED = Path.of(SeedFolder.NAME);

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheSeed() throws IOException {
        SeedCopy.of(SEED, folder.resolve("seed"));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, ;", "windows-1252, ;", "UTF-8, ','", "windows-1252, ','"})
    void a_delivery_marks_its_roadmap_as_transcribed_and_the_seed_loads(String encoding, String delimiter)
            throws IOException {
        Path file = csv("""
                Code|Titre|Axe|Porteurs|Échéance|Thèmes|Pages
                A1|Créer un comité|1 Gouverner|DINUM|30/06/2022|Qualité des données|12
                ||||||
                A2|Publier|1||en continu|api|14-15
                """.replace("|", delimiter), Charset.forName(encoding));

        Delivery delivery = Delivery.of(file, MAA, seed(), SeedCases.CONTRACT);
        SeedCopy.write(delivery, seed());

        assertThat(delivery.changes())
                .containsExactly(
                        "+ action/maa-a01",
                        "+ action/maa-a02",
                        "+ axis/maa-1",
                        "+ document/maa-2021",
                        "file roadmaps/maa-2021.yaml",
                        "file roadmaps.yaml");
        assertThat(Files.readString(seed().resolve("roadmaps/maa-2021.yaml")))
                .isEqualTo(Files.readString(SeedCases.path("delivery/maa-2021.yaml")));
        Seed joined = Seed.of(seed(), SeedCases.CONTRACT);
        assertThat(joined.check()).isEmpty();
        assertThat(Delivery.of(file, MAA, seed(), SeedCases.CONTRACT).changes()).isEmpty();
    }

    @Test
    void every_problem_of_a_text_file_is_told_by_row_and_column() throws IOException {
        Path file = csv(Files.readString(SeedCases.path("delivery/bad.csv")), StandardCharsets.UTF_8);

        assertThat(problems(file)).isEqualTo(Files.readString(SeedCases.path("delivery/bad-csv.txt")));
    }

    @Test
    void every_problem_of_a_workbook_is_told_by_row_and_column() throws IOException {
        Path file = folder.resolve("bad.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("actions");
            row(sheet, 0, "code", "titre", "axe", "échéance", "pages");
            row(sheet, 1, "A1", "Date d'Excel", "1 Gouverner", LocalDate.of(2022, 6, 30), 12);
            row(sheet, 2, "A2", "Nombre d'Excel", "1", 44682, LocalDate.of(2022, 12, 14));
            row(sheet, 4, "A3", "Axe en date", LocalDate.of(2022, 1, 2), 2022, "12-13");
            row(sheet, 5, "A4", "Fusion", "1", "S1 2022", "13");
            sheet.range(5, 3, 6, 3).merge();
        }

        assertThat(problems(file)).isEqualTo(Files.readString(SeedCases.path("delivery/bad-xlsx.txt")));
    }

    @Test
    void nothing_is_written_when_there_is_a_problem() throws IOException {
        Path file = csv(Files.readString(SeedCases.path("delivery/bad.csv")), StandardCharsets.UTF_8);
        List<SeedFile> before = SeedFolder.files(seed());

        assertThatExceptionOfType(InvalidSeedException.class)
                .isThrownBy(() -> SeedCopy.write(Delivery.of(file, MAA, seed(), SeedCases.CONTRACT), seed()));

        assertThat(SeedFolder.files(seed())).isEqualTo(before);
    }

    @Test
    void an_id_that_another_roadmap_has_is_told_with_its_place() throws IOException {
        Files.writeString(seed().resolve("roadmaps/mistaken.yaml"), """
                document: document/spm-2021
                actions:
                  - {id: action/maa-a01, code: A1, title: Un, roadmap: roadmap/spm-2021, at: 1}
                """);
        Path file = csv("code;titre;pages\nA1;Un;1\n", StandardCharsets.UTF_8);

        assertThat(problems(file))
                .isEqualTo("maa.csv:2: found \"A1\", whose id action/maa-a01 is taken at roadmaps/mistaken.yaml:3"
                        + " (A2, code); expected a code whose id is free; or give that record another id first\n");
    }

    @Test
    void pages_are_not_taken_for_lines() throws IOException {
        Path file = csv("code;titre;pages\nA01;Un;1\n", StandardCharsets.UTF_8);

        assertThat(Delivery.of(file, SPM, seed(), SeedCases.CONTRACT).problems())
                .extracting(SeedProblem::toString)
                .containsExactly("maa.csv:1: found the column \"pages\"; expected a document that counts pages;"
                        + " document/spm-2021 counts each line");
    }

    @Test
    void nothing_is_written_when_one_of_the_files_cannot_be() throws IOException {
        Path file = csv("code;titre;pages\nA1;Un;1\n", StandardCharsets.UTF_8);
        Delivery delivery = Delivery.of(file, MAA, seed(), SeedCases.CONTRACT);
        Path plans = seed().resolve("roadmaps.yaml");
        Files.delete(plans);
        Files.createDirectory(plans);
        List<Path> before = paths();

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> SeedCopy.write(delivery, seed()))
                .withMessageContaining("was changed in the meantime");

        assertThat(paths()).isEqualTo(before);
    }

    @Test
    void lost_letters_and_those_of_a_mistaken_charset_are_told_at_their_place() throws IOException {
        Path file = csv(
                "code;titre;pages\nA1;CrÃ©er;1\nA2;lâ€™Ã©tÃ©;2\nA3;a\uFFFDb;3\nA4;a\u0007b;4\n",
                StandardCharsets.UTF_8);

        assertThat(problems(file)).isEqualTo("""
                maa.csv:2: found "Ã©", which seems to be "é" read in the wrong charset (B2, titre); expected a text without it
                maa.csv:3: found "â€™", which seems to be "’" read in the wrong charset (B3, titre); expected a text without it
                maa.csv:4: found the mark U+FFFD of bytes that were no text (B4, titre); expected a text without it
                maa.csv:5: found the control character U+0007 (B5, titre); expected a text without it
                """);
    }

    @Test
    void what_a_workbook_escapes_and_no_text_holds_is_told_at_its_place() throws IOException {
        Path file = WorkbookParts.of(false, Map.of("rows", """
                <row><c t="inlineStr"><is><t>code</t></is></c><c t="inlineStr"><is><t>titre</t></is></c>\
                <c t="inlineStr"><is><t>pages</t></is></c></row>
                <row><c t="inlineStr"><is><t>A1</t></is></c><c t="inlineStr"><is><t>a_xd83d_b</t></is></c><c><v>1</v></c></row>
                <row><c t="inlineStr"><is><t>A2</t></is></c><c t="inlineStr"><is><t>a_x0000_b</t></is></c><c><v>1</v></c></row>
                <row><c t="inlineStr"><is><t>A3_x200B_</t></is></c><c t="inlineStr"><is><t>b</t></is></c><c><v>1</v></c></row>
                """)).write(folder.resolve("maa.xlsx"));

        assertThat(problems(file)).isEqualTo("""
                maa.xlsx:2: found half of a character, U+D83D (B2, titre); expected a text without it
                maa.xlsx:3: found the control character U+0000 (B3, titre); expected a text without it
                maa.xlsx:4: found "A3\\u200B" (A4, code); expected the code of the action, such as A05
                """);
    }

    @Test
    void a_name_with_letters_and_marks_apart_is_the_same_name() throws IOException {
        String text = "code;titre;thèmes;pages\nA1;Créer un comité;Qualité des données;12\n";
        SeedCopy.write(Delivery.of(csv(text, StandardCharsets.UTF_8), MAA, seed(), SeedCases.CONTRACT), seed());

        Path apart = csv(Normalizer.normalize(text, Normalizer.Form.NFD), StandardCharsets.UTF_8);

        assertThat(problems(apart)).isEmpty();
        assertThat(Delivery.of(apart, MAA, seed(), SeedCases.CONTRACT).changes())
                .isEmpty();
    }

    @Test
    void line_ends_and_the_mark_of_a_file_stay_as_they_are() throws IOException {
        SeedCopy.write(
                Delivery.of(
                        csv("code;titre;pages\nA1;Un;12\nA2;Deux;13\n", StandardCharsets.UTF_8),
                        MAA,
                        seed(),
                        SeedCases.CONTRACT),
                seed());
        Path file = seed().resolve("roadmaps/maa-2021.yaml");
        String windows = "\uFEFF" + Files.readString(file).replace("\n", "\r\n");
        Files.writeString(file, windows.stripTrailing());

        SeedCopy.write(
                Delivery.of(
                        csv("code;titre;pages\nA1;Une;12\nA2;Deux;13\n", StandardCharsets.UTF_8),
                        MAA,
                        seed(),
                        SeedCases.CONTRACT),
                seed());

        assertThat(Files.readString(file))
                .isEqualTo(windows.stripTrailing().replace("title: Un\r\n", "title: Une\r\n"));
    }

    @Test
    void a_roadmap_that_comes_later_changes_no_id_and_takes_none() throws IOException {
        Path file = csv("code;titre;pages\nA1;Un;12\n", StandardCharsets.UTF_8);
        String plans = Files.readString(seed().resolve("roadmaps.yaml"));
        String later = "roadmap/maa-2023";
        Files.writeString(seed().resolve("later.yaml"), """
                roadmaps:
                  - {id: roadmap/maa-2023, title: Suite, acronym: MAA, transcribed: false, ministry: ministry/maa, at: {document: document/spm-2021, lines: 1}}
                """);
        assertThat(plans).contains(MAA);

        Delivery first = Delivery.of(file, MAA, seed(), SeedCases.CONTRACT);
        assertThat(first.changes()).contains("+ action/maa-a01");
        assertThat(Delivery.of(file, later, seed(), SeedCases.CONTRACT).changes())
                .contains("+ action/maa-2023-a01");
        SeedCopy.write(first, seed());
        Delivery second = Delivery.of(file, later, seed(), SeedCases.CONTRACT);
        assertThat(second.changes()).contains("+ action/maa-2023-a01");
        SeedCopy.write(second, seed());
        assertThat(Delivery.of(file, MAA, seed(), SeedCases.CONTRACT).changes()).isEmpty();
        assertThat(Delivery.of(file, later, seed(), SeedCases.CONTRACT).changes())
                .isEmpty();
    }

    @Test
    void a_code_of_digits_is_the_same_with_and_without_zeros_before_it() throws IOException {
        SeedCopy.write(
                Delivery.of(
                        csv("code;titre;pages\n01;Un;12\n", StandardCharsets.UTF_8), MAA, seed(), SeedCases.CONTRACT),
                seed());

        Path file = csv("code;titre;pages\n1;Un;12\n", StandardCharsets.UTF_8);

        assertThat(Delivery.of(file, MAA, seed(), SeedCases.CONTRACT).changes())
                .noneMatch(line -> line.startsWith("+") || line.startsWith("-"));
    }

    @Test
    void the_template_offers_themes_and_explains_its_columns() throws IOException {
        Path file = folder.resolve("empty.xlsx");
        Files.write(file, new DeliveryTemplate(Seed.of(SEED, SeedCases.CONTRACT)).bytes(file, null));

        assertThat(Spreadsheet.read(file, "mode d'emploi").rows()).hasSize(16);
        assertThat(Spreadsheet.read(file, "actions").rows()).hasSize(1);
        assertThat(Spreadsheet.read(file, "listes").rows().toString()).contains("Ouverture des données", "DINUM");
    }

    private Path seed() {
        return folder.resolve("seed");
    }

    private Path csv(String text, Charset charset) throws IOException {
        return Files.write(folder.resolve("maa.csv"), text.getBytes(charset));
    }

    private String problems(Path file) {
        return Delivery.of(file, MAA, seed(), SeedCases.CONTRACT).problems().stream()
                .map(problem -> problem + "\n")
                .collect(Collectors.joining());
    }

    private static void row(Worksheet sheet, int row, Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof LocalDate day) {
                sheet.value(row, i, day);
                sheet.style(row, i).format("dd/mm/yyyy").set();
            } else if (values[i] instanceof Integer number) {
                sheet.value(row, i, number);
            } else {
                sheet.value(row, i, String.valueOf(values[i]));
            }
        }
    }

    private List<Path> paths() throws IOException {
        try (Stream<Path> paths = Files.walk(seed())) {
            return paths.sorted().toList();
        }
    }
}
