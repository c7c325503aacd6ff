package fr.jalon.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.TestGraph;
import fr.jalon.execution.OperationLimits;
import fr.jalon.http.documents.Examples;
import fr.jalon.seed.sheet.Spreadsheet;
import fr.jalon.seed.sheet.Table;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an analyst does in the editor from a question to a file, on the project's graph. */
class GraphiqlJourneyTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WRITING = ".graphiql-query-editor textarea";
    private static final String QUESTION = "Quels référents restent à nommer ?";

    /** The same question with a field more. */
    private static final String EDITED = """
            query ReferentsANommer {
              mandates(filter: { status: { eq: TO_BE_NAMED } }, first: 100) {
                totalCount
                nodes { id kind function label }
              }
            }
            """;

    /**
     * Parts of GraphiQL itself, which its version decides on and this project does not change: the text editor draws its lines
     * as elements of its own, beside the text area that readers of screens are given; a tab holds the button that closes it;
     * and what a button says when it is pointed at stands at the end of the page, outside of all landmarks.
     */
    private static final String[] PARTS_OF_GRAPHIQL = {
        ".monaco-editor", ".graphiql-tabs", "[data-radix-popper-content-wrapper]"
    };

    @TempDir
    private Path profile = Path.of("");

    @TempDir
    private Path downloads = Path.of("");

    // The editor's own timing makes it too slow to be sure of on a loaded machine.
    @Test
    @Tag("trial")
    void an_example_is_run_edited_shared_opened_again_and_saved_with_the_rows_of_its_answer() throws Exception {
        try (Browser browser = new Browser(profile);
                WebServer server = serve()) {
            browser.open(server.address() + "/graphiql");
            browser.find("button[aria-label='Afficher les exemples']").click();
            browser.waitFor(QUESTION, ".jalon-examples");
            browser.follow(QUESTION, ".jalon-examples button");
            browser.waitFor("query ReferentsANommer", GraphiqlPageTest.QUERY);
            GraphiqlPageTest.execute(browser, "\"totalCount\"");
            browser.waitForNo("\"label\"", GraphiqlPageTest.ANSWER);

            browser.paste(EDITED, WRITING);
            browser.waitFor("function label", GraphiqlPageTest.QUERY);
            GraphiqlPageTest.execute(browser, "\"label\"");

            browser.find("button[aria-label='Copier le lien']").click();
            browser.waitUntil(() -> browser.address().contains("#query="));
            String link = browser.address();
            browser.open("about:blank");
            browser.open(link);
            browser.waitFor("function label", GraphiqlPageTest.QUERY);
            GraphiqlPageTest.execute(browser, "\"label\"");

            browser.saveTo(downloads);
            browser.find("button[aria-label='Télécharger la liste en CSV']").click();
            requireRows(answer(server, link).path("data").path("mandates"), browser.saved(downloads));
        }
    }

    @Test
    void nobody_is_kept_out_of_the_editor_but_by_parts_of_graphiql_itself() throws IOException {
        List<String> barriers = new ArrayList<>();
        try (Browser browser = new Browser(profile);
                WebServer server = serve()) {
            browser.open(server.address() + "/graphiql");
            browser.waitFor("query", GraphiqlPageTest.QUERY);
            browser.find("button[aria-label='Afficher les exemples']").click();
            GraphiqlPageTest.execute(browser, "\"data\"");
            for (String scheme : List.of("light", "dark")) {
                browser.screen(1280, 1, scheme);
                browser.barriers(PARTS_OF_GRAPHIQL).forEach(each -> barriers.add(scheme + " " + each));
                browser.screenshot("graphiql-" + scheme);
            }
        }
        assertThat(barriers).isEmpty();
    }

    private static WebServer serve() {
        return TestServer.start(
                WebSettings.defaults().withPort(0),
                TestGraph.shared().engine(OperationLimits.STANDARD, TestGraph.PAGES),
                TestGraph.CONTRACT.servedText(),
                () -> Readiness.WARM,
                Examples.shipped());
    }

    /** What the server answers to the query that a link holds. */
    private static JsonNode answer(WebServer server, String link) throws IOException, InterruptedException {
        String query =
                URLDecoder.decode(link.replaceFirst(".*#query=", "").replaceFirst("&.*", ""), StandardCharsets.UTF_8);
        URI address = server.address().resolve("/graphql");
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(Map.of("query", query))))
                .build();
        return JSON.readTree(HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body());
    }

    private static void requireRows(JsonNode list, Path file) {
        Table table = Spreadsheet.read(file, "");
        assertThat(table.rows()).hasSize(1 + list.path("totalCount").asInt());
        for (String field : List.of("id", "kind", "function", "label")) {
            assertThat(column(table, field)).isEqualTo(texts(list.path("nodes"), field));
        }
    }

    private static List<String> texts(JsonNode nodes, String field) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(node -> node.path(field).asText())
                .toList();
    }

    private static List<String> column(Table table, String heading) {
        Table.Row headings = table.rows().get(0);
        int column = IntStream.range(0, headings.cells().size())
                .filter(each -> headings.cell(each).text().equals(heading))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no column " + heading));
        return table.rows().stream().skip(1).map(row -> row.cell(column).text()).toList();
    }
}
