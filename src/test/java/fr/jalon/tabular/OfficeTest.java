package fr.jalon.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.TestGraph;
import fr.jalon.execution.AnswerKey.Version;
import fr.jalon.execution.GraphQlResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables as LibreOffice opens them in French. */
class OfficeTest {

    private static final Path OFFICE = Path.of("/usr/bin/soffice");

    /** Semicolons, double quotes, UTF-8, from the first line, in French, with dates and numbers told from texts. */
    private static final String FRENCH_CSV = "Text - txt - csv (StarCalc):59,34,76,1,,1036,false,true";

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void requireOffice() {
        assumeTrue(
                Files.exists(OFFICE) || System.getenv("CI") != null,
                "LibreOffice is not installed here: apt-get install --no-install-recommends libreoffice-calc-nogui");
    }

    @Test
    void a_workbook_opens_with_its_accents_dates_and_numbers_and_nothing_computed() throws Exception {
        String sheet = opened(TableFormat.XLSX);

        assertThat(sheet)
                .contains("Échéance d’été")
                .contains("office:date-value=\"2022-06-30\"")
                .contains("office:value-type=\"float\" office:value=\"80.5\"")
                .contains("<text:p>=1+1</text:p>")
                .doesNotContain("table:formula");
    }

    @Test
    void a_text_with_semicolons_opens_with_its_columns_accents_dates_and_numbers_and_nothing_computed()
            throws Exception {
        String sheet = opened(TableFormat.CSV);

        assertThat(sheet)
                .contains("Échéance d’été")
                .contains("office:date-value=\"2022-06-30\"")
                .contains("office:value-type=\"float\" office:value=\"80.5\"")
                .contains("=1+1</text:p>")
                .doesNotContain("table:formula");
    }

    /** The sheet as LibreOffice keeps it, in its flat XML. */
    private String opened(TableFormat format) throws IOException, InterruptedException {
        Path file = folder.resolve("table." + format.extension());
        Files.write(file, table(format));
        List<String> command = new ArrayList<>(List.of(
                OFFICE.toString(),
                "--headless",
                "-env:UserInstallation=" + folder.resolve("profile").toUri()));
        if (format == TableFormat.CSV) {
            command.add("--infilter=" + FRENCH_CSV);
        }
        command.addAll(List.of("--convert-to", "fods", "--outdir", folder.toString(), file.toString()));
        Process office = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(office.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(office.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(folder.resolve("table.fods")).as(said).exists();
        return Files.readString(folder.resolve("table.fods"));
    }

    private static byte[] table(TableFormat format) throws IOException {
        String page = "{\"data\": {\"search\": {\"nodes\": ["
                + "{\"label\": \"Échéance d’été ; \\\"citée\\\"\", \"target\": 80.5, \"due\": {\"end\": \"2022-06-30\"}},"
                + "{\"label\": \"=1+1\", \"target\": null, \"due\": null}],"
                + "\"pageInfo\": {\"hasNextPage\": false, \"endCursor\": null}}}}";
        Map<?, ?> body = new ObjectMapper().readValue(page, Map.class);
        @SuppressWarnings("unchecked")
        GraphQlResponse response = GraphQlResponse.of(GraphQlResponse.Outcome.EXECUTED, (Map<String, Object>) body);
        ListExport export =
                new ListExport(TestGraph.CONTRACT.graphQlSchema(), () -> Version.NOT_TOLD, request -> response);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ((ListExport.Table) export.begin(
                        TestGraph.request(
                                "{ search(text: \"x\") { nodes { label ... on Indicator { target due { end } } } } }",
                                Map.of()),
                        format))
                .writeTo(bytes);
        return bytes.toByteArray();
    }
}
