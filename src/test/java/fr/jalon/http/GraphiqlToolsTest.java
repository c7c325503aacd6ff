package fr.jalon.http;

import static fr.jalon.http.GraphiqlPageTest.ANSWER;
import static fr.jalon.http.GraphiqlPageTest.QUERY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.http.documents.Examples.Example;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What the editor offers a French analyst beside GraphiQL itself. */
class GraphiqlToolsTest {

    private static final String WRITING = ".graphiql-query-editor textarea";

    @TempDir
    private Path profile = Path.of("");

    @Test
    void a_first_visit_opens_five_examples_and_the_panel_groups_all_of_them() throws IOException {
        List<Example> examples = IntStream.rangeClosed(1, 7)
                .mapToObj(each -> new Example(
                        "0" + each,
                        "Que dit l’exemple " + each + "\u00a0?",
                        each % 2 == 0 ? "Textes et preuves" : "Échéances",
                        "query Exemple" + each + " {\n  greet\n}\n",
                        Map.of()))
                .toList();
        try (Browser browser = new Browser(profile);
                WebServer server = GraphiqlPageTest.start(WebSettings.defaults(), new TinyGraph(), examples)) {
            browser.open(server.address() + "/graphiql");
            browser.waitFor("Bienvenue dans Jalon", QUERY);
            assertThat(browser.texts(".graphiql-tab"))
                    .containsExactly("Exemple1", "Exemple2", "Exemple3", "Exemple4", "Exemple5");

            browser.find("button[aria-label='Afficher les exemples']").click();
            assertThat(browser.texts(".jalon-examples h3")).containsExactly("Échéances", "Textes et preuves");
            assertThat(browser.texts(".jalon-examples section:first-child li"))
                    .hasSize(4)
                    .first()
                    .isEqualTo("Que dit l’exemple 1 ?");
            browser.screenshot("graphiql-groups");
            browser.find(".jalon-examples section:first-child li:last-child button")
                    .click();
            browser.waitFor("exemple 7", QUERY);
            GraphiqlPageTest.execute(browser, "Bonjour monde");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void the_list_of_an_answer_is_shown_as_a_table_that_keys_reach_and_what_is_none_says_why() throws IOException {
        String query = "{ themes(first: 2) { totalCount nodes { code broader { label } actions { totalCount } } } }";
        try (Browser browser = new Browser(profile);
                WebServer server = TestServer.overTheGraph()) {
            browser.open(server.address() + "/graphiql#query=" + encoded(query));
            GraphiqlPageTest.execute(browser, "\"totalCount\"");
            browser.find(".jalon-forms button:first-child").sendKeys(Keys.ENTER);

            browser.waitFor("themes : 2 sur ", ".jalon-rows caption");
            assertThat(browser.texts(".jalon-rows th")).contains("code", "actions.totalCount");
            assertThat(browser.texts(".jalon-rows tbody tr")).hasSize(2);
            assertThat(browser.texts(".jalon-rows th.jalon-number")).containsExactly("actions.totalCount");
            assertThat(browser.find(".jalon-rows td.jalon-number").getCssValue("text-align"))
                    .isEqualTo("right");
            assertThat(browser.find(".graphiql-response .result-window").isDisplayed())
                    .isFalse();
            browser.press(Keys.TAB, Keys.TAB);
            assertThat(browser.focused().getDomAttribute("class")).isEqualTo("jalon-rows");
            browser.screenshot("graphiql-rows");

            browser.type("{ theme(id: \"theme/api\") { code } }", WRITING);
            browser.find(".graphiql-execute-button").click();
            browser.waitFor("pas de liste à sa racine", ".jalon-reason");
            browser.find(".jalon-forms button:last-child").click();
            browser.waitFor("\"theme\"", ANSWER);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void a_query_is_copied_as_a_command_that_a_shell_reads_as_meant_and_that_holds_no_header() throws Exception {
        String query = "query Ete($n: String!) { greet(name: $n) } # l'été d'\"Ada\" à $HOME";
        try (Browser browser = new Browser(profile);
                WebServer server = GraphiqlPageTest.start(WebSettings.defaults(), new TinyGraph(), List.of())) {
            browser.open(server.address() + "/graphiql#query=" + encoded(query) + "&variables="
                    + encoded("{\"n\": \"l'été `à` l’Élysée\"}"));
            browser.waitFor("query Ete", QUERY);
            browser.find("button[data-name='headers']").click();
            browser.type("{\"Authorization\": \"Bearer secret\"", ".graphiql-editor-tool > :not(.hidden) textarea");
            browser.find("button[aria-label='Copier en cURL']").click();
            browser.find("button[aria-label='Commande cURL copiée']");

            String command = browser.clipboard();
            assertThat(command).startsWith("curl ").doesNotContain("secret", "Authorization");
            List<String> words = words(command);
            assertThat(words)
                    .startsWith("-sS", server.address() + "/graphql", "-H", "Content-Type: application/json")
                    .hasSize(6);
            assertThat(new ObjectMapper().readTree(words.get(5)))
                    .isEqualTo(new ObjectMapper()
                            .valueToTree(Map.of("query", query, "variables", Map.of("n", "l'été `à` l’Élysée"))));
        }
    }

    @Test
    void a_keyboard_leaves_the_editor_as_the_hint_beside_it_says() throws IOException {
        try (Browser browser = new Browser(profile);
                WebServer server = GraphiqlPageTest.start(WebSettings.defaults(), new TinyGraph(), List.of())) {
            browser.open(server.address() + "/graphiql#query=" + encoded("{ greet }"));
            browser.waitFor("Ctrl+M : Tab quitte l’éditeur", ".jalon-leaving");
            browser.waitFor("greet", QUERY);
            WebElement writing = browser.find(WRITING);
            assertThat(writing.getDomAttribute("aria-describedby"))
                    .isEqualTo(browser.find(".jalon-leaving p").getDomAttribute("id"));

            browser.find(".graphiql-query-editor .graphiql-editor").sendKeys(Keys.ENTER);
            browser.press(Keys.TAB);
            assertThat(browser.focused()).isEqualTo(writing);
            browser.press(Keys.chord(Keys.CONTROL, "m"));
            browser.waitFor("Ctrl+M : Tab indente", ".jalon-leaving");
            browser.press(Keys.TAB);
            assertThat(browser.focused().getDomAttribute("aria-label")).isEqualTo("Exécuter la requête (Ctrl-Entrée)");
        }
    }

    @Test
    void the_contract_is_described_in_french_or_in_english_as_chosen_and_its_search_finds_descriptions()
            throws IOException {
        try (Browser browser = new Browser(profile);
                WebServer server = TestServer.start(
                        WebSettings.defaults().withPort(0),
                        new TinyGraph(),
                        TinyGraph.CONTRACT,
                        () -> Readiness.WARM,
                        List.of())) {
            browser.open(server.address() + "/graphiql");
            browser.find("button[aria-label='Afficher la documentation']").click();
            browser.type("echeance", ".graphiql-doc-explorer-search input");
            browser.waitFor("Action.due", ".graphiql-doc-explorer-search");
            browser.screenshot("graphiql-french");
            assertThat(browser.requested()).contains(server.address() + "/schema.graphqls?langue=fr");

            browser.press(Keys.ESCAPE);
            browser.find("button[aria-label^='Descriptions']").click();
            browser.find("button[aria-label$='English']");
            browser.open(server.address() + "/graphiql");
            browser.type("greets whoever", ".graphiql-doc-explorer-search input");
            browser.waitFor("Query.greet", ".graphiql-doc-explorer-search");
            assertThat(browser.requested()).noneMatch(address -> address.contains("langue"));
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void the_cost_is_told_before_a_query_runs() throws IOException {
        try (Browser browser = new Browser(profile);
                WebServer server = TestServer.overTheGraph()) {
            browser.open(server.address() + "/graphiql#query=" + encoded("{ themes { totalCount } }"));
            browser.waitFor("totalCount", ".graphiql-query-editor .view-lines");
            browser.find("button[aria-label='Estimer le coût sans exécuter']").click();
            browser.waitFor("\"estimate\"", ".graphiql-response .view-lines");
        }
    }

    @Test
    void the_first_letters_of_a_field_bring_those_that_begin_so_first() throws IOException {
        try (Browser browser = new Browser(profile);
                WebServer server = TestServer.overTheGraph()) {
            browser.open(server.address() + "/graphiql#query=" + encoded("{ themes { totalCount } }"));
            GraphiqlPageTest.execute(browser, "\"totalCount\"");
            browser.type("{ da", WRITING);
            browser.waitFor("datasets", ".suggest-widget");
            assertThat(browser.texts(".suggest-widget .monaco-list-row .label-name"))
                    .startsWith("dataset", "datasets");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What a shell gives to a program it starts by that command. */
    private static List<String> words(String command) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh").start();
        try (OutputStream script = shell.getOutputStream()) {
            script.write(("curl() { printf '%s\\n' \"$@\"; }\n" + command + "\n").getBytes(StandardCharsets.UTF_8));
        }
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).isZero();
        return printed.lines().toList();
    }
}
