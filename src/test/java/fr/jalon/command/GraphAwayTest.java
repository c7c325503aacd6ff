package fr.jalon.command;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.FreePort;
import fr.jalon.Impostor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose graph, in another process, is killed, stopped, replaced by something else, and comes back. */
class GraphAwayTest {

    private static final Duration TOLD_WITHIN = Duration.ofSeconds(5);
    private static final Duration READINESS_WITHIN = Duration.ofSeconds(2);

    /** The machine has other work, and a process takes a moment to be killed. */
    private static final Duration SLACK = Duration.ofSeconds(1);

    private static final int CLIENTS = 8;
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger questions = new AtomicInteger();
    private final int boltPort = FreePort.any();

    @TempDir
    private Path folder;

    private Process graph;
    private Process server;
    private URI address;

    /** An answer, and how long it took. */
    private record Timed(int status, Duration took) {}

    @BeforeEach
    void start() throws IOException {
        SmallSeed.copyTo(folder.resolve("graph-seed"));
        startGraph();
        server =
                program("server").start(List.of("serve", "--port=0", "--neo4j=bolt://127.0.0.1:" + boltPort), Map.of());
        String said = last(server);
        Matcher found = ADDRESS.matcher(said);
        assertThat(found.find()).isTrue();
        address = URI.create(found.group());
        until(Duration.ofSeconds(60), () -> ask().status() == 200);
    }

    @AfterEach
    void stop() throws Exception {
        for (Process process : List.of(server, graph)) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_graph_that_goes_away_is_told_within_seconds_and_found_again() throws Exception {
        goesAway(1);
    }

    @Test
    @Tag("trial")
    void a_graph_that_goes_away_again_and_again_is_told_within_seconds_and_found_again() throws Exception {
        goesAway(10);
    }

    private void goesAway(int times) throws Exception {
        for (int time = 0; time < times; time++) {
            whileAsked(() -> signal("STOP"));
            isTold();
            signal("CONT");
            isWell();

            whileAsked(() -> graph.destroyForcibly().waitFor());
            isTold();
            for (Impostor impostor : Impostor.values()) {
                try (Impostor.Listening listening = impostor.listen(boltPort)) {
                    assertThat(listening.port()).isEqualTo(boltPort);
                    isTold();
                }
            }
            startGraph();
            isWell();
        }
        assertThat(folder.resolve("logs/server/errors")).content().doesNotContain("\tat ", "Exception", "ERROR");
    }

    /** Whoever asks at the very moment is answered in time, too. */
    private void whileAsked(Io loss) throws Exception {
        List<CompletableFuture<Timed>> clients = Stream.generate(
                        () -> CompletableFuture.supplyAsync(this::untilRefused, task -> new Thread(task).start()))
                .limit(CLIENTS)
                .toList();
        TimeUnit.MILLISECONDS.sleep(200);
        loss.run();
        for (CompletableFuture<Timed> each : clients) {
            assertInTime(each.get(60, TimeUnit.SECONDS));
        }
    }

    private Timed untilRefused() {
        Timed answer = ask();
        while (answer.status() == 200) {
            answer = ask();
        }
        return answer;
    }

    private void isTold() {
        long began = System.nanoTime();
        until(READINESS_WITHIN.plus(SLACK), () -> status(get("/health/ready")) == 503);
        assertThat(since(began)).isLessThan(READINESS_WITHIN.plus(SLACK));
        for (int i = 0; i < 3; i++) {
            assertInTime(ask());
        }
        assertThat(status(get("/summary?period=S1%202022"))).isEqualTo(503);
        assertThat(status(get("/health/live"))).isEqualTo(200);
    }

    private static void assertInTime(Timed answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.took()).isLessThan(TOLD_WITHIN.plus(SLACK));
    }

    private void isWell() {
        until(READINESS_WITHIN.plus(SLACK), () -> status(get("/health/ready")) == 200);
        until(READINESS_WITHIN.plus(SLACK), () -> ask().status() == 200);
    }

    private static void until(Duration within, java.util.function.BooleanSupplier reached) {
        long began = System.nanoTime();
        while (!reached.getAsBoolean()) {
            assertThat(since(began)).isLessThan(within);
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** A question that nobody asked before. */
    private Timed ask() {
        String query = "{\"query\": \"{ q%s: themes { nodes { id } } }\"}".formatted(questions.incrementAndGet());
        long began = System.nanoTime();
        int status = status(HttpRequest.newBuilder(address.resolve("/graphql"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/graphql-response+json")
                .POST(BodyPublishers.ofString(query))
                .build());
        return new Timed(status, since(began));
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).build();
    }

    private int status(HttpRequest request) {
        try {
            HttpResponse<Void> response = client.send(request, BodyHandlers.discarding());
            return response.statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void signal(String name) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(graph.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private void startGraph() throws IOException {
        graph = program("graph").start(List.of("serve", "--port=0", "--bolt-port=" + boltPort), Map.of());
        last(graph);
    }

    private Program program(String name) throws IOException {
        return Program.in(folder, Files.createDirectories(folder.resolve("logs").resolve(name)));
    }

    private static String last(Process process) throws IOException {
        List<String> said = Program.linesUntil(process.inputReader(), "/graphiql");
        return said.get(said.size() - 1);
    }

    @FunctionalInterface
    private interface Io {
        void run() throws Exception;
    }
}
