package fr.jalon.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.pages.PageAddresses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** How soon a browser has painted most of a page, as it measures that itself; prints the figures of each page. */
@Tag("trial")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagePaintTest {

    private static final int LOADS = 3;
    private static final double MOST_MILLISECONDS = 1000;

    /** The largest contentful paint so far, in milliseconds since the address was opened. */
    private static final String LARGEST_PAINT = """
            new Promise(resolve => {
              new PerformanceObserver(list => resolve(list.getEntries().at(-1).startTime))
                .observe({ type: 'largest-contentful-paint', buffered: true });
              setTimeout(() => resolve(-1), 10000);
            })""";

    private final WebServer server = TestServer.overTheGraph();

    @TempDir
    private Path profile = Path.of("");

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void every_page_is_painted_within_a_second() throws IOException {
        Map<String, Double> medians = new TreeMap<>();
        try (Browser browser = new Browser(profile)) {
            for (String page : PageAddresses.all()) {
                double time = median(browser, server.address() + page);
                System.out.printf(Locale.ROOT, "%6.0f ms %s%n", time, page);
                medians.put(page, time);
            }
        }

        assertThat(medians.values()).allSatisfy(time -> assertThat(time).isBetween(0.0, MOST_MILLISECONDS));
    }

    private static double median(Browser browser, String address) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < LOADS; i++) {
            browser.open(address);
            times.add(((Number) browser.value(LARGEST_PAINT)).doubleValue());
        }
        Collections.sort(times);
        return times.get(LOADS / 2);
    }
}
