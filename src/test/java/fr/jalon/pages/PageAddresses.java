package fr.jalon.pages;

import fr.jalon.TestGraph;
import fr.jalon.execution.GraphQlRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The addresses of {@code pages/addresses.txt}, and what the pages there ask. */
public final class PageAddresses {

    /** A day of the roadmaps. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2022-03-01T10:00:00Z"), ZoneOffset.UTC);

    private static final Path FILE = Path.of("src/test/resources/pages/addresses.txt");

    private PageAddresses() {}

    /** All of them, each with a slash at its start. */
    public static List<String> all() throws IOException {
        return Files.readAllLines(FILE).stream()
                .filter(line -> line.startsWith("/"))
                .toList();
    }

    /** What is asked at each. */
    public static Map<String, GraphQlRequest> requests() throws IOException {
        Pages pages = new Pages(() -> TestGraph.CONTRACT, CLOCK);
        Map<String, GraphQlRequest> requests = new LinkedHashMap<>();
        for (String address : all()) {
            Pages.Target target = pages.at(parsed(address)).orElseThrow();
            requests.put(address, ((Pages.Target.Found) target).page().request());
        }
        return requests;
    }

    private static Address parsed(String address) {
        int mark = address.indexOf('?');
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (mark >= 0) {
            for (String each : List.of(address.substring(mark + 1).split("&", -1))) {
                int equals = each.indexOf('=');
                parameters
                        .computeIfAbsent(each.substring(0, equals), name -> new ArrayList<>())
                        .add(URLDecoder.decode(each.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return Address.of(address.substring(1, mark < 0 ? address.length() : mark), parameters);
    }
}
