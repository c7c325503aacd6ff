package fr.jalon.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** What people do with the pages, in a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesBrowserTest {

    /** One of each kind of page. */
    private static final List<String> PAGES = List.of(
            "/",
            "/echeancier",
            "/actions?theme=theme/api",
            "/ressources",
            "/mandats",
            "/contradictions",
            "/recherche?q=donnees",
            "/graphe?id=theme/api",
            "/synthese",
            "/synthese?periode=S1+2022",
            "/developpeurs",
            "/action/mct-a07",
            "/api/bodacc",
            "/action/spm-a99",
            "/actions?nichts=1");

    private final WebServer server = TestServer.overTheGraph();

    @TempDir
    private Path profile = Path.of("");

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void nobody_is_kept_out_of_a_page_and_none_is_wider_than_its_screen() throws IOException {
        assertThat(barriers(new Screen(320, 1, "dark"))).isEmpty();
    }

    @Test
    @Tag("trial")
    void nobody_is_kept_out_on_any_other_screen() throws IOException {
        assertThat(barriers(
                        new Screen(1280, 1, "light"),
                        new Screen(320, 1, "light"),
                        new Screen(1280, 1, "dark"),
                        new Screen(640, 2, "dark")))
                .isEmpty();
    }

    private List<String> barriers(Screen... screens) throws IOException {
        List<String> barriers = new ArrayList<>();
        try (Browser browser = new Browser(profile)) {
            for (Screen screen : screens) {
                browser.screen(screen.width(), screen.scale(), screen.scheme());
                for (String page : PAGES) {
                    browser.open(server.address() + page);
                    browser.barriers().forEach(each -> barriers.add(page + " " + screen + " " + each));
                    if (browser.isWiderThanScreen()) {
                        barriers.add(page + " " + screen + " is wider than its screen");
                    }
                    String name = page.replaceAll("\\W+", "-");
                    browser.screenshot("page%s-%s-%s".formatted(name, screen.width(), screen.scheme()));
                }
            }
            assertThat(browser.requested())
                    .allMatch(address -> address.startsWith(server.address() + "/") || address.startsWith("data:"));
        }
        return barriers;
    }

    @Test
    void four_steps_lead_from_the_first_page_to_the_lines_of_an_action_on_api_due_in_a_semester() {
        try (Browser browser = new Browser(profile)) {
            browser.open(server.address() + "/");
            browser.follow("Les actions sur les API dues au S1 2022");
            browser.follow(
                    "Développer l’échange des données par API et définir un calendrier de publication sur api.gouv.fr");
            browser.follow("2.1 Mieux connaître les données pour mieux les ouvrir, ligne 124");

            assertThat(browser.address()).endsWith("/citation/spm-2021/l0124");
            assertThat(browser.find("main").getText()).contains("ligne 124");
        }
    }

    @Test
    void a_keyboard_goes_from_the_schedule_by_a_cell_to_an_action_and_its_source() {
        try (Browser browser = new Browser(profile)) {
            browser.open(server.address() + "/echeancier");
            browser.tabTo("td.number a");
            browser.press(Keys.ENTER);
            browser.waitFor("Actions", "h1");
            browser.tabTo("td[data-name='Action'] a");
            browser.press(Keys.ENTER);
            browser.waitFor("Sources", "#sources");
            browser.tabTo(".proof .sources a");
            browser.press(Keys.ENTER);
            browser.waitFor("Citation", "p.kind");
        }
    }

    @Test
    void an_action_that_sources_contradict_shows_both_readings_and_says_so_at_the_field() {
        try (Browser browser = new Browser(profile)) {
            browser.open(server.address() + "/action/mtfp-a02");
            assertThat(browser.texts(".discrepancies .readings > li")).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void a_search_offers_pages_while_typing_and_an_id_leads_to_its_page() {
        try (Browser browser = new Browser(profile)) {
            browser.open(server.address() + "/");
            browser.find("#recherche").sendKeys("bodac");
            browser.waitFor("Bulletin officiel", ".suggestions");
            browser.find("#recherche").sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
            browser.waitFor("Bulletin officiel", "h1");

            browser.find("#recherche").sendKeys("action/spm-a05", Keys.ENTER);
            browser.waitFor("action/spm-a05", ".identity");
        }
    }

    @Test
    void a_filter_changes_the_list_without_loading_the_page_anew_and_stays_in_the_address() {
        try (Browser browser = new Browser(profile)) {
            browser.open(server.address() + "/actions");
            browser.value("window.unchanged = true");
            browser.find(".facets details:first-of-type li a").click();
            browser.waitFor("Tout effacer", ".chosen");

            assertThat(browser.address()).contains("ministere=");
            assertThat(browser.value("window.unchanged")).isEqualTo(true);
        }
    }

    @Test
    void a_graph_is_expanded_undone_and_has_the_ways_between_two_nodes() {
        try (Browser browser = new Browser(profile)) {
            browser.screen(1280, 1, "light");
            browser.open(server.address() + "/graphe?id=ministry/mtfp");
            browser.find(".graph.graph-ready");
            int before = browser.texts("[data-graph-list] li a").size();
            browser.find(".graph-centre > a").sendKeys("+");
            browser.waitUntil(() -> browser.texts("[data-graph-list] li a").size() > before);
            browser.press(Keys.chord(Keys.CONTROL, "z"));
            browser.waitUntil(() -> browser.texts("[data-graph-list] li a").size() == before);

            browser.open(server.address() + "/graphe?de=organization/dgafp&vers=service/data-gouv-fr");
            browser.find(".graph.graph-ready");
            browser.waitUntil(() -> browser.texts(".graph-node").size() > 2);
        }
    }

    /** How a page is shown. */
    private record Screen(int width, double scale, String scheme) {}
}
