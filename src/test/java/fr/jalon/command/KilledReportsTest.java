package fr.jalon.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that are killed while four writers report: what was acknowledged is there, and nothing is half there. */
class KilledReportsTest {

    private static final int WRITERS = 4;
    private static final int KILLS = 50;
    private static final int ACTIONS = 6;
    private static final long LONGEST_MILLIS = 1_500;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern TOKEN = Pattern.compile("jln_[0-9A-Za-z]{38}");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REPORT =
            "mutation($input: ReportProgressInput!) { reportProgress(input: $input) { change { id } userErrors { message } } }";

    @TempDir
    private Path temporary;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private Program program;
    private String token;
    private int port;

    /** A report that the server said it took. */
    private record Acknowledged(Map<String, Object> input, String change) {}

    @BeforeEach
    void makeToken() throws Exception {
        program = Program.in(Path.of("").toAbsolutePath(), temporary);
        run("load", "--seed", "graph-seed");
        run("account", "create", "secretariat", "--name", "Secrétariat", "--role", "secretariat");
        String told = run(
                "token",
                "create",
                "--account",
                "secretariat",
                "--name",
                "essai",
                "--scope",
                "read,report",
                "--days",
                "30");
        Matcher found = TOKEN.matcher(told);
        assertThat(found.find()).as(told).isTrue();
        token = found.group();
    }

    private String run(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(words));
        command.addAll(List.of("--data", temporary.resolve("graph").toString()));
        Program.Ended ended = program.run(command, Map.of());
        assertThat(ended.code()).as(ended.errors()).isZero();
        return ended.output();
    }

    @Test
    void a_server_that_is_killed_while_people_report_keeps_all_that_it_acknowledged() throws Exception {
        kill(1);
    }

    @Test
    @Tag("trial")
    void the_same_of_fifty_that_are_killed_at_random() throws Exception {
        kill(KILLS);
    }

    private void kill(int times) throws Exception {
        Random random = new Random(2022);
        for (int i = 0; i < times; i++) {
            Process server = started();
            List<Thread> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Random own = new Random(random.nextLong());
                Thread thread = new Thread(() -> write(own));
                thread.start();
                writers.add(thread);
            }
            awaitOneMore(acknowledged.size());
            TimeUnit.MILLISECONDS.sleep(random.nextLong(LONGEST_MILLIS));
            server.destroyForcibly().waitFor();
            for (Thread each : writers) {
                each.join();
            }
        }
        Process server = started();
        try {
            assertWhole();
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    /** The first report of a process takes longest, and one that is killed before it has nothing to keep. */
    private void awaitOneMore(int before) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (acknowledged.size() == before && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private Process started() throws Exception {
        port = FreePort.any();
        Process server = program.start(
                List.of(
                        "serve",
                        "--seed",
                        "graph-seed",
                        "--port",
                        String.valueOf(port),
                        "--data",
                        temporary.resolve("graph").toString()),
                Map.of());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            assertThat(server.isAlive() && System.nanoTime() < deadline)
                    .as("the server starts")
                    .isTrue();
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return server;
    }

    private boolean isReady() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                    .build();
            return client.send(request, BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Reports until the server is gone. */
    private void write(Random random) {
        try {
            while (true) {
                String progress = random.nextBoolean() ? "IN_PROGRESS" : "NOT_STARTED";
                Map<String, Object> input = Map.of(
                        "action",
                        "action/spm-a0" + (1 + random.nextInt(ACTIONS)),
                        "progress",
                        progress,
                        "note",
                        "Point d'étape.",
                        "holdsOn",
                        "2022-0%s-15".formatted(1 + random.nextInt(9)),
                        "idempotencyKey",
                        "k" + random.nextLong());
                JsonNode answer = ask(REPORT, Map.of("input", input)).at("/data/reportProgress");
                if (answer.at("/change/id").isTextual()) {
                    acknowledged.add(
                            new Acknowledged(input, answer.at("/change/id").asText()));
                }
            }
        } catch (IOException gone) {
            // What was not acknowledged may be there or not.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private JsonNode ask(String query, Map<String, Object> variables) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/graphql"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(
                        JSON.writeValueAsBytes(Map.of("query", query, "variables", variables))))
                .build();
        return JSON.readTree(client.send(request, BodyHandlers.ofByteArray()).body());
    }

    private void assertWhole() throws Exception {
        assertThat(acknowledged).isNotEmpty();
        for (Acknowledged each : acknowledged) {
            JsonNode change = ask(
                            "query($id: ID!) { change(id: $id) { enteredAt holdsOn after about { id } } }",
                            Map.of("id", each.change()))
                    .at("/data/change");
            assertThat(change.at("/about/id").asText()).isEqualTo(each.input().get("action"));
            assertThat(change.path("holdsOn").asText()).isEqualTo(each.input().get("holdsOn"));
            assertThat(change.path("after").asText()).isEqualTo(each.input().get("progress"));
            assertThat(change.path("enteredAt").isTextual()).isTrue();
        }
        Acknowledged again = acknowledged.iterator().next();
        assertThat(ask(REPORT, Map.of("input", again.input()))
                        .at("/data/reportProgress/change/id")
                        .asText())
                .isEqualTo(again.change());
        for (int i = 1; i <= ACTIONS; i++) {
            JsonNode action = ask(
                            "query($id: ID!) { action(id: $id) { progress version history(first: 1,"
                                    + " orderBy: [{ holdsOn: DESC }, { number: DESC }]) { totalCount nodes { after } } } }",
                            Map.of("id", "action/spm-a0" + i))
                    .at("/data/action");
            assertThat(action.path("version").asInt())
                    .isEqualTo(action.at("/history/totalCount").asInt());
            assertThat(action.path("progress").asText(""))
                    .isEqualTo(action.at("/history/nodes/0/after").asText(""));
        }
    }
}
