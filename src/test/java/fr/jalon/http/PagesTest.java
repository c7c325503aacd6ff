package fr.jalon.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import fr.jalon.pages.PageAddresses;
import fr.jalon.seed.sheet.Spreadsheet;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages for people; {@code http/pages.yaml} has a case for each thing that an address may ask. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {

    private static final Pattern CELL = Pattern.compile("<a href=\"([^\"]+)\">(\\d+)<svg");
    private static final Pattern TOTAL = Pattern.compile("role=\"status\">(?:\\d+ sur )?(\\d+)");
    private static final Pattern ANCHOR = Pattern.compile("href=\"#([^\"]+)\"");

    private static final Pattern ASSET = Pattern.compile("(assets/[^\"]+)\"");
    private static final long MOST_OF_A_PAGE = 60_000;
    private static final long MOST_OF_A_GRAPH = 150_000;

    /** The checker of the W3C, which the build of the pages installs. */
    private static final Path CHECKER = Path.of("src/main/web/node_modules/vnu-jar/build/dist/vnu.jar");

    private final HttpClient client = HttpClient.newHttpClient();
    private final WebServer server = TestServer.overTheGraph();

    @AfterAll
    void close() {
        server.close();
    }

    static List<HttpContractTest.Case> cases() throws IOException {
        try (InputStream table = PagesTest.class.getResourceAsStream("/http/pages.yaml")) {
            return new YAMLMapper().readValue(table, new TypeReference<>() {});
        }
    }

    static List<String> addresses() throws IOException {
        return PageAddresses.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_page_is_served_as_the_table_says(HttpContractTest.Case row) throws Exception {
        row.check(client, server, () -> {});
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void a_page_loads_from_this_server_alone_and_its_links_to_itself_lead_somewhere(String address) throws Exception {
        HttpResponse<String> page = get(address);

        assertThat(page.statusCode()).isIn(200, 404);
        assertThat(page.body())
                .contains("<html lang=\"fr\">")
                .doesNotContain("src=\"http")
                .doesNotContain("style=\"");
        assertThat(ANCHOR.matcher(page.body()).results().map(found -> "id=\"" + found.group(1) + "\""))
                .allSatisfy(id -> assertThat(page.body()).contains(id));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void a_page_with_all_that_it_loads_is_light(String address) throws Exception {
        String page = get(address).body();
        long weight = Reply.gzip(page.getBytes(StandardCharsets.UTF_8)).length;
        for (String asset :
                ASSET.matcher(page).results().map(found -> found.group(1)).toList()) {
            weight += send(asset, "gzip").body().length;
        }

        assertThat(weight).isLessThan(address.startsWith("/graphe") ? MOST_OF_A_GRAPH : MOST_OF_A_PAGE);
    }

    @Test
    void the_nu_html_checker_finds_nothing_in_any_page(@TempDir Path folder) throws Exception {
        assumeTrue(
                Files.exists(CHECKER) || System.getenv("CI") != null,
                "the checker is not there; the build of the pages installs it: mvn generate-resources");
        for (String address : PageAddresses.all()) {
            Files.writeString(
                    folder.resolve(address.replaceAll("\\W+", "-") + ".html"),
                    get(address).body());
        }
        Process checker = new ProcessBuilder(
                        "java", "-jar", CHECKER.toString(), "--skip-non-html", "--stdout", folder.toString())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(checker.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ministere", "theme", "pilote", "axe", "type", "etat"})
    void a_cell_of_the_schedule_opens_a_list_of_as_many(String rows) throws Exception {
        List<MatchResult> cells =
                CELL.matcher(get("/echeancier?lignes=" + rows).body()).results().toList();

        assertThat(cells).hasSizeGreaterThan(5);
        for (MatchResult cell : cells) {
            String list = "/" + cell.group(1).replace("&amp;", "&");
            assertThat(total(get(list).body())).as(list).isEqualTo(cell.group(2));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actions?theme=theme/api&tri=titre",
                "/actions",
                "/ressources?type=API",
                "/mandats",
                "/contradictions?gravite=HIGH",
                "/organisations",
                "/documents"
            })
    void a_list_is_taken_away_with_as_many_rows_as_it_counts(String list, @TempDir Path folder) throws Exception {
        String format = list + (list.contains("?") ? "&format=" : "?format=");
        int rows = 1 + Integer.parseInt(total(get(list).body()));
        HttpResponse<String> csv = get(format + "csv");

        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=utf-8");
        assertThat(csv.body().lines()).hasSize(rows);
        Path workbook = folder.resolve("list.xlsx");
        Files.write(workbook, send((format + "xlsx").substring(1), "identity").body());
        assertThat(Spreadsheet.read(workbook, "").rows()).hasSize(rows);
    }

    private static String total(String page) {
        return TOTAL.matcher(page.replace("\u00a0", ""))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page));
    }

    private HttpResponse<byte[]> send(String path, String encoding) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.address().resolve("/" + path))
                .header("Accept-Encoding", encoding)
                .build();
        HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer;
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.address().resolve(address))
                .header("Accept", "text/html")
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
