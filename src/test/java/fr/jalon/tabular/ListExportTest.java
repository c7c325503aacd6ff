package fr.jalon.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.TestGraph;
import fr.jalon.execution.AnswerKey.Version;
import fr.jalon.execution.GraphQlRequest;
import fr.jalon.execution.GraphQlResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListExportTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ACTIONS = """
            query Actions($theme: String!, $first: Int) {
              actions(filter: { about: { some: { code: { eq: $theme } } } }, orderBy: [{ title: DESC }], first: $first) {
                totalCount
                facets(by: [MINISTRY]) { values { count } }
                nodes { ...Row leads { name ... on Organization { kind } } indicators { target } }
              }
            }
            fragment Row on Action { code due { label end } roadmap { acronym transcribed } }
            fragment Unused on Action { id }
            """;

    @Test
    void a_table_holds_every_row_of_the_list_in_its_order_whatever_page_was_asked_for() throws IOException {
        JsonNode list = answer("{ actions(orderBy: [{ title: DESC }], first: 200) { totalCount nodes { title } } }");
        List<CSVRecord> rows = csv("{ actions(orderBy: [{ title: DESC }], first: 3) { totalCount nodes { title } } }");

        assertThat(rows).hasSize(1 + list.at("/totalCount").intValue());
        assertThat(rows.stream().skip(1).map(row -> row.get(0)).toList())
                .isEqualTo(list.at("/nodes").findValuesAsText("title"));
    }

    @Test
    void columns_are_the_paths_of_the_selection_and_several_values_stand_in_one_cell() throws IOException {
        List<CSVRecord> rows = csv(request(ACTIONS, Map.of("theme", "api", "first", 1)));

        assertThat(rows.get(0))
                .containsExactly(
                        "code",
                        "due.label",
                        "due.end",
                        "roadmap.acronym",
                        "roadmap.transcribed",
                        "leads.name",
                        "leads.kind",
                        "indicators.target");
        assertThat(rows.stream().skip(1))
                .hasSizeGreaterThan(1)
                .allSatisfy(row -> assertThat(row.get(4)).isEqualTo("oui"))
                .anySatisfy(row -> assertThat(row.get(7)).isEqualTo("400 ; 1000"))
                .anySatisfy(row -> assertThat(row.get(2)).matches("\\d{4}-\\d{2}-\\d{2}"));
    }

    @Test
    void what_a_spreadsheet_would_compute_stays_a_text_and_a_number_a_number() throws IOException {
        GraphQlResponse page = response("[{\"id\": \"=1+1\", \"due\": null, \"indicators\": []},"
                + " {\"id\": \"-5\", \"due\": {\"end\": \"2022-06-30\"}, \"indicators\": [{\"target\": -5.5}]}]");
        ListExport export = new ListExport(TestGraph.CONTRACT.graphQlSchema(), () -> Version.NOT_TOLD, request -> page);

        ListExport.Table table = (ListExport.Table) export.begin(
                request("{ actions { nodes { id due { end } indicators { target } } } }", Map.of()), TableFormat.CSV);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        table.writeTo(bytes);

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFid;due.end;indicators.target\r\n'=1+1;;\r\n'-5;2022-06-30;'-5,5\r\n");
    }

    @Test
    void the_last_row_says_that_the_graph_changed_meanwhile() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        ListExport export = new ListExport(
                TestGraph.CONTRACT.graphQlSchema(),
                () -> new Version.Exact("program", asked.get() < 2 ? "1" : "2"),
                request -> {
                    asked.incrementAndGet();
                    return answered(limited(request));
                });

        ListExport.Table table =
                (ListExport.Table) export.begin(request("{ actions { nodes { id } } }", Map.of()), TableFormat.CSV);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        table.writeTo(bytes);

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines().toList())
                .hasSize(1 + 10 + 1)
                .last()
                .isEqualTo("Liste interrompue : le graphe a changé pendant la lecture.");
    }

    @Test
    void a_workbook_has_the_rows_and_tells_where_they_are_from(@TempDir Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ListExport.Table table = (ListExport.Table)
                export().begin(request("{ actions { nodes { id due { end } } } }", Map.of()), TableFormat.XLSX);
        table.writeTo(bytes);

        assertThat(table.fileName()).startsWith("jalon-actions-").endsWith(".xlsx");
        Map<String, String> parts = parts(Files.write(folder.resolve("table.xlsx"), bytes.toByteArray()));
        assertThat(parts.get("xl/worksheets/sheet1.xml"))
                .contains("due.end", "action/mct-a01", "<row r=\"108\"")
                .doesNotContain("<row r=\"109\"");
        assertThat(parts.get("xl/worksheets/sheet2.xml")).contains("{ actions { nodes { id due { end } } } }");
    }

    @Test
    void a_query_without_one_list_at_its_root_is_refused_with_what_was_found() {
        assertThatExceptionOfType(NoListException.class)
                .isThrownBy(() -> csv("{ actions { nodes { id } } apis { nodes { id } } }"))
                .withMessageContaining("found 2 fields");
        assertThatExceptionOfType(NoListException.class)
                .isThrownBy(() -> csv("{ action(id: \"action/spm-a05\") { id } }"))
                .withMessageContaining("`action`, which is one thing");
        assertThatExceptionOfType(NoListException.class)
                .isThrownBy(() -> csv("{ actions { totalCount } }"))
                .withMessageContaining("`actions` without `nodes` or `edges`");
    }

    @Test
    void a_query_that_is_not_valid_is_answered_as_ever() {
        ListExport.Result result =
                export().begin(request("{ actions { nodes { titel } } }", Map.of()), TableFormat.CSV);

        assertThat(result).isInstanceOf(ListExport.Result.Refused.class);
        assertThat(((ListExport.Result.Refused) result).response().codes()).containsExactly("BAD_REQUEST");
    }

    private static GraphQlRequest limited(GraphQlRequest request) {
        Map<String, Object> variables = new HashMap<>(request.variables());
        variables.computeIfPresent("jalonFirst", (name, size) -> 10);
        return new GraphQlRequest(request.query(), request.operationName(), variables, Map.of(), true);
    }

    private static GraphQlResponse response(String nodes) {
        try {
            Object list = JSON.readValue(nodes, Object.class);
            return GraphQlResponse.of(
                    GraphQlResponse.Outcome.EXECUTED,
                    Map.of("data", Map.of("actions", Map.of("nodes", list, "pageInfo", Map.of("hasNextPage", false)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode answer(String query) {
        return JSON.valueToTree(TestGraph.shared().answer(query, Map.of()).body())
                .at("/data/actions");
    }

    private static List<CSVRecord> csv(String query) throws IOException {
        return csv(request(query, Map.of()));
    }

    private static List<CSVRecord> csv(GraphQlRequest request) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ((ListExport.Table) export().begin(request, TableFormat.CSV)).writeTo(bytes);
        String text = bytes.toString(StandardCharsets.UTF_8).substring(1);
        return CSVFormat.EXCEL
                .builder()
                .setDelimiter(';')
                .get()
                .parse(new StringReader(text))
                .getRecords();
    }

    private static GraphQlResponse answered(GraphQlRequest request) {
        return TestGraph.shared().answer(request.query(), request.variables());
    }

    private static ListExport export() {
        Function<GraphQlRequest, GraphQlResponse> engine = ListExportTest::answered;
        return new ListExport(TestGraph.CONTRACT.graphQlSchema(), () -> Version.NOT_TOLD, engine);
    }

    private static GraphQlRequest request(String query, Map<String, Object> variables) {
        return TestGraph.request(query, variables);
    }

    /** By the directory at the end of the file, as all programs read it. */
    private static Map<String, String> parts(Path workbook) throws IOException {
        Map<String, String> parts = new HashMap<>();
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            for (ZipEntry each : Collections.list(zip.entries())) {
                parts.put(each.getName(), new String(zip.getInputStream(each).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
