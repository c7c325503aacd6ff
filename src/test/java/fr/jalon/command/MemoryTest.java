package fr.jalon.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a small heap that is sent what takes most of it, each time something else. */
class MemoryTest {

    private static final long MIB = 1L << 20;
    private static final long MOST_GROWTH = 64 * MIB;
    private static final int CLIENTS = 4;
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final List<String> FIELDS = List.of("id", "code", "title", "description", "__typename");

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // Each test starts its own.
    private Process server;

    @SuppressWarnings("NullAway.Init")
    private URI address;

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            server.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_small_heap_is_not_filled_by_requests_that_are_all_large_and_all_different() throws Exception {
        start("200m");
        for (Large large : Large.ALL) {
            isNotFilled(large, 40);
        }
    }

    @Test
    @Tag("trial")
    void no_number_of_large_and_different_requests_fills_the_heap() throws Exception {
        start("512m");
        for (Large large : Large.ALL) {
            isNotFilled(large, 3_000);
        }
    }

    /** Requests of which each is as large as it may be. */
    private record Large(String name, IntFunction<String> body) {

        static final List<Large> ALL = List.of(
                new Large("text in a variable", MemoryTest::textInAVariable),
                new Large("text in the document", MemoryTest::textInTheDocument),
                new Large("document of many tokens", MemoryTest::manyTokens),
                new Large("document of many type names", MemoryTest::typeNames),
                new Large("variables that nobody declared", MemoryTest::undeclared),
                new Large("document with a mistake", MemoryTest::mistaken));
    }

    private void isNotFilled(Large large, int requests) throws Exception {
        for (int i = 0; i < 2 * CLIENTS; i++) {
            assertThat(post(large.body().apply(-1 - i)).statusCode()).isIn(200, 400);
        }
        long before = heap();
        AtomicInteger next = new AtomicInteger();
        List<CompletableFuture<Void>> clients = Stream.generate(() -> CompletableFuture.runAsync(
                        () -> {
                            for (int i = next.getAndIncrement(); i < requests; i = next.getAndIncrement()) {
                                assertThat(post(large.body().apply(i)).statusCode())
                                        .isIn(200, 400, 503);
                            }
                        },
                        task -> new Thread(task).start()))
                .limit(CLIENTS)
                .toList();
        CompletableFuture.allOf(clients.toArray(CompletableFuture[]::new)).get(2, TimeUnit.HOURS);
        long began = System.nanoTime();
        HttpResponse<String> next200 = post(body("{ themes(first: 1) { nodes { id } } }", "{}"));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        long after = heap();
        System.out.printf(
                "%s x %s: heap %s -> %s KiB, then %s ms%n",
                large.name(), requests, before >> 10, after >> 10, took.toMillis());

        assertThat(next200.statusCode()).isEqualTo(200);
        assertThat(took).isLessThan(Duration.ofSeconds(1));
        assertThat(after - before).as("growth by %s", large.name()).isLessThan(MOST_GROWTH);
        assertThat(folder.resolve("logs/errors")).content().doesNotContain("OutOfMemoryError", "\tat ");
    }

    private static String textInAVariable(int i) {
        return body(
                "query q%s($t: String!) { actions(filter: { title: { contains: $t } }) { totalCount nodes { id } } }"
                        .formatted(name(i)),
                "{\"t\": \"%s\"}".formatted(text(i)));
    }

    private static String textInTheDocument(int i) {
        return body(
                "{ actions(filter: { title: { contains: \\\"%s\\\" } }) { totalCount nodes { id } } }"
                        .formatted(text(i)),
                "{}");
    }

    private static String manyTokens(int i) {
        String fields = IntStream.range(0, FIELDS.size())
                .filter(bit -> (i >> bit & 1) == 0)
                .mapToObj(FIELDS::get)
                .collect(Collectors.joining(" "));
        String values = IntStream.range(0, 1_000)
                .mapToObj(value -> "\\\"v%s_%s\\\"".formatted(name(i), value))
                .collect(Collectors.joining(" "));
        String lists = IntStream.range(0, 9)
                .mapToObj(list -> "{ title: { in: [%s] } }".formatted(values))
                .collect(Collectors.joining(" "));
        return body("{ actions(filter: { or: [%s] }, first: 1) { nodes { id %s } } }".formatted(lists, fields), "{}");
    }

    private static String typeNames(int i) {
        String names = IntStream.range(0, 19)
                .mapToObj(alias -> "a%s_%s: __typename".formatted(name(i), alias))
                .collect(Collectors.joining(" "));
        return body("{ %s }".formatted(names), "{}");
    }

    private static String undeclared(int i) {
        return body("{ __typename }", "{\"v%s\": [%s]}".formatted(name(i), "[],".repeat(250_000) + "[]"));
    }

    private static String mistaken(int i) {
        return body("{ none%s(a: \\\"%s\\\") }".formatted(name(i), text(i)), "{}");
    }

    private static String name(int i) {
        return i < 0 ? "x" + -i : String.valueOf(i);
    }

    private static String text(int i) {
        return ("phrase " + name(i) + " ").repeat(900_000 / ("phrase " + name(i) + " ").length());
    }

    private static String body(String document, String variables) {
        return "{\"query\": \"%s\", \"variables\": %s}".formatted(document, variables);
    }

    private HttpResponse<String> post(String body) {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/graphql"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Bytes of the heap in use after everything was collected that can be. */
    private long heap() throws Exception {
        tell("GC.run");
        Matcher used = USED.matcher(tell("GC.heap_info"));
        assertThat(used.find()).isTrue();
        return Long.parseLong(used.group(1)) << 10;
    }

    private String tell(String command) throws Exception {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), String.valueOf(server.pid()), command).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return told;
    }

    private void start(String heap) throws IOException {
        SmallSeed.copyTo(folder.resolve("graph-seed"));
        Program program = Program.in(folder, Files.createDirectories(folder.resolve("logs")));
        server = program.start(List.of("serve", "--port=0"), Map.of(), heap);
        List<String> said = Program.linesUntil(server.inputReader(), "/graphiql");
        Matcher found = ADDRESS.matcher(said.get(said.size() - 1));
        assertThat(found.find()).isTrue();
        address = URI.create(found.group());
    }
}
