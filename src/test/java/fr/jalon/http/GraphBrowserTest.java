package fr.jalon.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.TestGraph;
import fr.jalon.execution.OperationLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The graph explorer around a theme of five hundred actions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GraphBrowserTest {

    private static final int MANY = 500;
    private static final int AT_ONCE = 25;
    private static final String ENTRIES = "[data-graph-list] li a";

    @TempDir
    private static Path folder;

    @TempDir
    private Path profile = Path.of("");

    private TestGraph graph;
    private WebServer server;

    @BeforeAll
    void start() throws IOException {
        Path seed = Files.createDirectories(folder.resolve("seed"));
        Files.copy(Path.of("src/test/resources/seed/base/plan.yaml"), seed.resolve("plan.yaml"));
        Files.writeString(seed.resolve("actions.yaml"), actions());
        graph = TestGraph.in(folder.resolve("graph"), seed);
        server = TestServer.start(
                WebSettings.defaults().withPort(0),
                graph.engine(OperationLimits.STANDARD, TestGraph.PAGES),
                TestGraph.CONTRACT.servedText(),
                () -> Readiness.WARM,
                List.of());
    }

    @AfterAll
    void close() {
        server.close();
        graph.close();
    }

    private static String actions() {
        return IntStream.rangeClosed(1, MANY)
                .mapToObj(
                        "  - {id: action/spm-a%1$s, code: A%1$s, title: Action %1$s, roadmap: roadmap/spm-2021, about: [theme/open-data], at: 100}"
                                ::formatted)
                .collect(Collectors.joining("\n", "document: document/plan-2021\nactions:\n", "\n"));
    }

    @Test
    void a_node_of_five_hundred_neighbours_adds_twenty_five_at_a_time_and_one_key_takes_them_back() {
        try (Browser browser = new Browser(profile)) {
            browser.screen(1280, 1, "light");
            browser.open(server.address() + "/graphe?id=theme/open-data");
            browser.find(".graph.graph-ready");
            browser.waitUntil(() -> browser.texts(ENTRIES).size() == 1 + AT_ONCE);
            browser.waitFor("475", ".graph-said");

            browser.find(".graph-centre > a").sendKeys("+");
            browser.waitUntil(() -> browser.texts(ENTRIES).size() == 1 + 2 * AT_ONCE);
            browser.press(Keys.chord(Keys.CONTROL, "z"));
            browser.waitUntil(() -> browser.texts(ENTRIES).size() == 1 + AT_ONCE);
        }
    }

    @Test
    void the_list_beside_the_drawing_does_the_same_by_keyboard() {
        try (Browser browser = new Browser(profile)) {
            browser.screen(1280, 1, "light");
            browser.open(server.address() + "/graphe?id=action/spm-a1");
            browser.find(".graph.graph-ready");
            browser.tabTo("[data-graph-list] li[data-id='theme/open-data'] button[data-action=expand]");
            int before = browser.texts(ENTRIES).size();
            browser.press(Keys.ENTER);
            browser.waitUntil(() -> browser.texts(ENTRIES).size() == before + AT_ONCE);
            browser.press(Keys.chord(Keys.CONTROL, "z"));
            browser.waitUntil(() -> browser.texts(ENTRIES).size() == before);
            assertThat(browser.address()).doesNotContain("ouverts=action/spm-a1,theme");
        }
    }
}
