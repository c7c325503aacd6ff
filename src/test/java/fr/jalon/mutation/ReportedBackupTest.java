package fr.jalon.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.jalon.TestGraph;
import fr.jalon.access.Caller;
import fr.jalon.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people reported outlives the seed that it was reported over, and the graph that it was reported to. */
class ReportedBackupTest {

    private static final String FACTS = """
            { action(id: "action/spm-a05") { title progress version due { label } history { nodes { id enteredAt kind before after withdrawn } } }
              early: action(id: "action/spm-a05", asOf: "2022-01-01") { progress due { label } }
              then: action(id: "action/spm-a05", known: "2022-03-02T00:00:00Z") { progress due { label } }
              api(id: "api/bodacc") { opening { state url since } } }""";

    @TempDir
    private static Path folder;

    private static ReportingGraph graph;

    @BeforeAll
    static void report() {
        graph = new ReportingGraph(folder.resolve("graph"));
        Caller amdac = graph.tied("spm", "mandate/amdac-spm", null);
        Caller secretariat = graph.with("secretariat", Role.SECRETARIAT);
        graph.on("2022-02-01");
        sent(
                amdac,
                "reportProgress(input: {action: \"action/spm-a05\", progress: IN_PROGRESS, idempotencyKey: \"k\"})");
        sent(
                amdac,
                "recordOpening(input: {resource: \"api/bodacc\", state: AVAILABLE, url: \"https://example.org/\"})");
        graph.on("2022-03-01");
        String change = sent(
                amdac, "proposeDeadline(input: {action: \"action/spm-a05\", due: \"T3 2024\", note: \"Retard.\"})");
        graph.on("2022-03-03");
        sent(secretariat, "acceptDeadline(input: {change: \"%s\"})".formatted(change));
        String mistake =
                sent(amdac, "reportProgress(input: {action: \"action/spm-a05\", progress: BLOCKED, note: \"?\"})");
        sent(amdac, "withdraw(input: {change: \"%s\"})".formatted(mistake));
    }

    @AfterAll
    static void close() {
        graph.close();
    }

    private static String sent(Caller caller, String mutation) {
        JsonNode answer = graph.json(
                caller, "mutation { sent: %s { change { id } userErrors { message } } }".formatted(mutation), Map.of());
        assertThat(answer.at("/data/sent/userErrors")).as(answer.toString()).isEmpty();
        return answer.at("/data/sent/change/id").asText();
    }

    @Test
    void an_export_makes_the_same_graph_with_its_history_and_the_next_export_is_the_same_byte_for_byte()
            throws IOException {
        graph.graph().export(folder.resolve("first"));
        try (TestGraph other = TestGraph.in(folder.resolve("other"), folder.resolve("first"))) {
            other.export(folder.resolve("second"));

            assertThat(files(folder.resolve("second"))).isEqualTo(files(folder.resolve("first")));
            assertThat(files(folder.resolve("first"))).containsKey("changes/2022.jsonl");
            assertThat(other.json(FACTS, Map.of())).isEqualTo(graph.graph().json(FACTS, Map.of()));
            assertThat(other.load(folder.resolve("first"))).isZero();
        }
    }

    @Test
    void a_seed_that_changes_under_a_report_keeps_the_report_and_is_what_holds_before_it() throws IOException {
        Path corrected = folder.resolve("corrected");
        for (Map.Entry<String, String> each : files(Path.of("graph-seed")).entrySet()) {
            Path file = corrected.resolve(each.getKey());
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(
                    file,
                    each.getKey().equals("roadmaps/spm-2021.yaml")
                            ? each.getValue()
                                    .replace(
                                            "Développer l'échange des données par API",
                                            "Développer l'échange de données par API")
                            : each.getValue());
        }
        JsonNode before = graph.graph().json(FACTS, Map.of()).path("data");

        graph.graph().load(corrected);

        JsonNode after = graph.graph().json(FACTS, Map.of()).path("data");
        assertThat(after.at("/action/title").asText()).contains("l'échange de données");
        assertThat(after.at("/action/progress")).isEqualTo(before.at("/action/progress"));
        assertThat(after.at("/action/due")).isEqualTo(before.at("/action/due"));
        assertThat(after.at("/action/history")).isEqualTo(before.at("/action/history"));
        assertThat(after.path("early")).isEqualTo(before.path("early"));
        assertThat(after.path("then")).isEqualTo(before.path("then"));
        assertThat(after.at("/early/due/label").asText()).isEqualTo("S1 2022");
        assertThat(after.at("/then/due/label").asText()).isEqualTo("S1 2022");
        assertThat(after.at("/action/due/label").asText()).isEqualTo("T3 2024");
    }

    private static SortedMap<String, String> files(Path seed) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(seed)) {
            for (Path each : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                files.put(seed.relativize(each).toString(), Files.readString(each));
            }
        }
        return files;
    }
}
