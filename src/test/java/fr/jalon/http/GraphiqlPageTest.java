package fr.jalon.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.TestGraph;
import fr.jalon.execution.GraphQlEngine;
import fr.jalon.execution.OperationLimits;
import fr.jalon.http.documents.DocumentSettings;
import fr.jalon.http.documents.Examples.Example;
import fr.jalon.http.documents.TrustedDocuments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphiqlPageTest {

    private static final List<Example> EXAMPLES = List.of(
            new Example(
                    "01-greet",
                    "Dire bonjour à quelqu'un",
                    "Saluts",
                    "query DireBonjour($name: String!) {\n  greet(name: $name)\n}\n",
                    Map.of("name", "Ada")),
            new Example(
                    "02-text",
                    "Un texte de dix lettres",
                    "Textes",
                    "query TexteDeDixLettres {\n  text(length: 10)\n}\n",
                    Map.of()));

    private static final Example THEMES = new Example(
            "01-themes", "Un thème", "Thèmes", "query Themes {\n  themes(first: 1) { nodes { code } }\n}\n", Map.of());

    static final String QUERY = ".graphiql-query-editor .view-lines";
    private static final String VARIABLES = ".graphiql-editor-tool .view-lines";
    static final String ANSWER = ".graphiql-response .view-lines";

    @TempDir
    private Path profile = Path.of("");

    @Test
    void a_visitor_runs_the_examples_without_a_request_leaving_the_machine() throws IOException {
        try (Browser browser = new Browser(profile);
                WebServer server = start()) {
            welcome(browser, server);
            browser.waitFor("\"name\": \"Ada\"", VARIABLES);
            assertThat(browser.texts(".graphiql-tab")).containsExactly("DireBonjour", "TexteDeDixLettres");
            assertThat(browser.find(".graphiql-logo").getText()).isEqualTo("Jalon");

            execute(browser, "\"greet\": \"Bonjour Ada !\"");
            browser.screenshot("graphiql");

            browser.find(".graphiql-tabs li:nth-child(2) .graphiql-tab-button").click();
            browser.waitFor("Un texte de dix lettres", QUERY);
            execute(browser, "\"text\": \"xxxxxxxxxx\"");

            browser.find("button[aria-label='Afficher les exemples']").click();
            browser.waitFor("Dire bonjour à quelqu'un", ".jalon-examples");
            browser.screenshot("graphiql-examples");
            browser.find(".jalon-examples button").click();
            browser.waitFor("\"name\": \"Ada\"", VARIABLES);
            assertThat(browser.texts(".graphiql-tab")).hasSize(2);

            browser.find("button[aria-label='Afficher l’explorateur']").click();
            browser.find(".graphiql-explorer-root, .graphiql-explorer-node");
            browser.screenshot("graphiql-explorer");

            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.requested())
                    .contains(server.address() + "/graphql")
                    .allMatch(address -> address.startsWith(server.address() + "/") || address.startsWith("data:"));
        }
    }

    @Test
    void a_visitor_who_comes_back_finds_what_was_written() throws IOException {
        try (Browser browser = new Browser(profile);
                WebServer server = start()) {
            welcome(browser, server);
            browser.type("query Autre { greet }", ".graphiql-query-editor textarea");
            browser.waitFor("Autre", ".graphiql-tab");
            browser.storedState("query Autre");

            browser.open(server.address() + "/graphiql");

            browser.waitFor("query Autre", QUERY);
            assertThat(browser.texts(".graphiql-tab")).containsExactly("Autre", "TexteDeDixLettres");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void an_example_whose_tab_was_closed_comes_back_from_the_list_with_its_variables() throws IOException {
        try (Browser browser = new Browser(profile);
                WebServer server = start()) {
            welcome(browser, server);
            browser.find(".graphiql-tabs li:first-child .graphiql-tab-close").click();
            browser.waitFor("Un texte de dix lettres", QUERY);

            browser.find("button[aria-label='Afficher les exemples']").click();
            browser.find(".jalon-examples li:first-child button").click();

            browser.waitFor("Dire bonjour", QUERY);
            browser.waitFor("\"name\": \"Ada\"", VARIABLES);
            browser.waitFor("DireBonjour", ".graphiql-tabs li:last-child");
            assertThat(browser.texts(".graphiql-tab")).containsExactly("TexteDeDixLettres", "DireBonjour");
            execute(browser, "\"greet\": \"Bonjour Ada !\"");
        }
    }

    @Test
    void a_visitor_is_told_that_only_trusted_documents_are_answered_and_runs_those() throws IOException {
        TrustedDocuments trusted = TrustedDocuments.in(Path.of("src/test/resources/http/trusted"));
        DocumentSettings documents = new DocumentSettings(trusted, true, 0);
        try (Browser browser = new Browser(profile);
                WebServer server = start(WebSettings.defaults().withDocuments(documents))) {
            browser.open(server.address() + "/graphiql");

            browser.waitFor("Ce serveur ne répond qu’aux requêtes que son exploitant a approuvées", ".jalon-trusted");
            browser.waitFor("query Salut", QUERY);
            execute(browser, "\"greet\": \"Bonjour Ada !\"");
            browser.find("button[aria-label='Afficher la documentation']").click();
            browser.waitFor("Query", ".graphiql-doc-explorer");
            browser.screenshot("graphiql-trusted");

            browser.type("query Autre { greet }", ".graphiql-query-editor textarea");
            browser.waitFor("Autre", ".graphiql-tab");
            execute(browser, "\"code\": \"FORBIDDEN\"");
        }
    }

    @Test
    void a_link_holds_the_query_and_the_variables_and_shows_them_again() throws IOException {
        try (Browser browser = new Browser(profile);
                WebServer server = start()) {
            welcome(browser, server);
            browser.find("button[aria-label='Copier le lien']").click();
            browser.find("button[aria-label='Lien copié'], button[aria-label='Copier le lien']");
            String link = browser.address();
            assertThat(link).startsWith(server.address() + "/graphiql#query=").contains("variables=", "Ada");

            browser.open("about:blank");
            browser.open(link.replace("Ada", "Grace"));

            browser.waitFor("\"name\": \"Grace\"", VARIABLES);
            execute(browser, "\"greet\": \"Bonjour Grace !\"");
            browser.open("about:blank");
            browser.open(server.address() + "/graphiql?query=%7Bgreet(name:%22Ada%22)%7D");
            browser.waitFor("{greet(name:\"Ada\")}", QUERY);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void a_list_is_saved_as_a_table_and_what_is_none_is_told() throws IOException {
        GraphQlEngine engine = TestGraph.shared().engine(OperationLimits.STANDARD, TestGraph.PAGES);
        try (Browser browser = new Browser(profile);
                WebServer server = TestServer.start(
                        WebSettings.defaults().withPort(0),
                        engine,
                        TestGraph.CONTRACT.servedText(),
                        () -> Readiness.WARM,
                        List.of(THEMES))) {
            browser.open(server.address() + "/graphiql#query=%7Bthemes%7BtotalCount%7D%7D");
            browser.waitFor("totalCount", QUERY);
            browser.find("button[aria-label='Télécharger la liste en CSV']").click();
            browser.waitFor("without `nodes` or `edges`", ANSWER);
            browser.screenshot("graphiql-table");
            assertThat(browser.requested()).contains(server.address() + "/graphql?format=csv");
        }
    }

    @Test
    void a_visitor_is_shown_the_cost_of_an_answer() throws IOException {
        GraphQlEngine engine = TestGraph.shared().engine(OperationLimits.STANDARD, TestGraph.PAGES);
        try (Browser browser = new Browser(profile);
                WebServer server = start(WebSettings.defaults(), engine, List.of(THEMES))) {
            browser.open(server.address() + "/graphiql");
            browser.find("button[aria-label='Montrer le coût']").click();
            execute(browser, "\"cost\": {");
            assertThat(browser.find(ANSWER).getText()).doesNotContain("explain", "errors");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void a_visitor_is_shown_the_statement_of_an_answer_where_the_server_tells_it() throws IOException {
        GraphQlEngine engine = TestGraph.shared().engine(OperationLimits.STANDARD.withExplain(true), TestGraph.PAGES);
        try (Browser browser = new Browser(profile);
                WebServer server = start(WebSettings.defaults().withExplain(true), engine, List.of(THEMES))) {
            browser.open(server.address() + "/graphiql");
            browser.find("button[aria-label='Montrer le coût, le Cypher et son plan']")
                    .click();
            execute(browser, "MATCH (n0:Theme)");
            browser.screenshot("graphiql-explain");

            browser.find("button[aria-pressed='true']").click();
            browser.find("button[aria-pressed='false']");
            browser.find(".graphiql-execute-button").click();
            browser.waitForNo("MATCH", ANSWER);
        }
    }

    private static void welcome(Browser browser, WebServer server) {
        browser.open(server.address() + "/graphiql");
        browser.waitFor("Bienvenue dans Jalon", QUERY);
    }

    static void execute(Browser browser, String answer) {
        browser.find(".graphiql-execute-button").click();
        browser.waitFor(answer, ANSWER);
    }

    private static WebServer start() {
        return start(WebSettings.defaults());
    }

    private static WebServer start(WebSettings settings) {
        return start(settings, new TinyGraph(), EXAMPLES);
    }

    static WebServer start(WebSettings settings, GraphQlEngine engine, List<Example> examples) {
        return TestServer.start(settings.withPort(0), engine, TinyGraph.CONTRACT, () -> Readiness.WARM, examples);
    }
}
