package fr.jalon.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.TestGraph;
import fr.jalon.execution.OperationLimits;
import fr.jalon.http.documents.Examples.Example;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages behind a proxy that serves them below a path. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PathPrefixTest {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#]+)\"");
    private static final Example THEME = new Example(
            "theme",
            "Un thème",
            "Thèmes",
            "query Theme($id: ID!) {\n  theme(id: $id) { code }\n}\n",
            Map.of("id", "theme/api"));

    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable WebServer server;
    private @Nullable PathPrefixProxy proxy;

    @TempDir
    private Path profile = Path.of("");

    @BeforeAll
    void start() throws IOException {
        WebServer started = TestServer.start(
                WebSettings.defaults().withPort(0),
                TestGraph.shared().engine(OperationLimits.STANDARD, TestGraph.PAGES),
                TestGraph.CONTRACT.servedText(),
                () -> Readiness.WARM,
                List.of(THEME));
        server = started;
        proxy = new PathPrefixProxy("/portail/jalon/", started.address());
    }

    @AfterAll
    void stop() {
        Objects.requireNonNull(proxy).close();
        Objects.requireNonNull(server).close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "actions?theme=theme/api",
                "action/spm-a05",
                "echeancier",
                "graphiql",
                "graphiql/",
                "summary",
                "summary/",
                "summary?period=jamais",
                "schema.graphqls",
                "examples.json"
            })
    void every_address_that_an_answer_names_is_below_the_path_and_there(String page) throws Exception {
        URI address = proxied().resolve(page);
        HttpResponse<String> answer = get(address);
        while (answer.statusCode() / 100 == 3) {
            address = address.resolve(answer.headers().firstValue("Location").orElseThrow());
            assertThat(address.toString()).startsWith(proxied().toString());
            answer = get(address);
        }
        assertThat(answer.statusCode()).isIn(200, 400);
        String type = answer.headers().firstValue("Content-Type").orElse("");
        List<String> links = LINK.matcher(type.startsWith("text/html") ? answer.body() : "")
                .results()
                .map((MatchResult link) -> link.group(1).replace("&amp;", "&"))
                .filter(link -> !link.startsWith("http"))
                .toList();
        for (String link : links) {
            URI named = address.resolve(link);
            assertThat(named.toString()).startsWith(proxied().toString());
            assertThat(get(named).statusCode()).as(link).isNotEqualTo(404);
        }
        assertThat(links.isEmpty()).isEqualTo(!type.startsWith("text/html"));
    }

    @Test
    void a_visitor_runs_an_example_without_leaving_the_path() {
        try (Browser browser = new Browser(profile)) {
            browser.open(proxied() + "graphiql");
            browser.waitFor("query Theme", ".graphiql-query-editor .view-lines");
            browser.waitFor("\"id\": \"theme/api\"", ".graphiql-editor-tool .view-lines");
            browser.find(".graphiql-execute-button").click();
            browser.waitFor("\"code\": \"api\"", ".graphiql-response .view-lines");
            browser.find("button[aria-label='Afficher la documentation']").click();
            browser.waitFor("Query", ".graphiql-doc-explorer");
            browser.find(".jalon-logo").click();
            browser.waitFor("Explorer", "main");

            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.requested())
                    .contains(proxied() + "graphql", proxied() + "examples.json")
                    .allMatch(address -> address.startsWith(proxied().toString()) || address.startsWith("data:"));
        }
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private URI proxied() {
        return Objects.requireNonNull(proxy).address();
    }
}
