package fr.jalon.command;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import fr.jalon.Application;
import fr.jalon.fact.Revision;
import fr.jalon.neo4j.GraphHome;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.neo4j.StatementListener;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** Commands that read a graph leave it, its folder and the seed as they are. */
class ReadingCommandsTest {

    private static final String TITLES = "{ actions { nodes { title } } }";
    private static final int STOPPED_BY_SIGTERM = 128 + 15;

    @TempDir
    private Path folder;

    private Path work = Path.of("");
    private Path temporary = Path.of("");
    private String data = "";
    private String loaded = "";
    private String other = "";

    @BeforeEach
    void makeTwoSeeds() throws IOException {
        work = Files.createDirectory(folder.resolve("work"));
        temporary = Files.createDirectory(folder.resolve("temporary"));
        data = work.resolve("graph").toString();
        loaded = SmallSeed.copyTo(work.resolve("loaded")).toString();
        other = SmallSeed.copyTo(work.resolve("other")).toString();
        Path plan = Path.of(other, "good/plan.yaml");
        Files.writeString(plan, Files.readString(plan).replace("title: Publier", "title: Diffuser"));
    }

    @Test
    void a_graph_answers_with_the_seed_it_holds_and_the_other_one_at_hand_is_told() {
        Program.Ended first = run("load", "--seed", loaded);
        assertThat(first.errors()).isEmpty();
        assertThat(first.output())
                .matches(
                        "(?s)Seed of \\S+loaded \\(checksum [0-9a-f]{8}\\) loaded( over that of checksum \\w+)?: \\d+ nodes, \\d+ changes\\..*");
        Revision before = revision();

        for (Program.Ended ended : List.of(run("query", TITLES), run("summary", "--period", "en continu"))) {
            assertThat(ended.output()).contains("Publier").doesNotContain("Diffuser");
            assertThat(ended.errors())
                    .matches(
                            "jalon: the graph in \\S+ holds the seed of \\S+loaded \\(checksum [0-9a-f]{8}\\), not that of"
                                    + " graph-seed \\(checksum [0-9a-f]{8}\\); `jalon load --data \\S+` loads that\\R");
            assertThat(ended.code()).isZero();
        }
        for (Program.Ended refused :
                List.of(run("query", TITLES, "--seed", other), run("summary", "--period", "2022", "--seed", other))) {
            assertThat(refused.errors())
                    .contains("`jalon load --data %s --seed %s` loads that".formatted(data, other))
                    .hasLineCount(1);
            assertThat(refused.code()).isEqualTo(Failures.UNAVAILABLE);
            assertThat(refused.output()).isEmpty();
        }
        assertThat(run("export", work.resolve("backup").toString()).code()).isZero();
        assertThat(revision()).isEqualTo(before);

        assertThat(run("load", "--seed", other).output())
                .matches("(?s)Seed of \\S+other \\(checksum [0-9a-f]{8}\\) loaded over that of \\S+loaded \\(checksum"
                        + " [0-9a-f]{8}\\): \\d+ nodes, 1 changes\\..*");
        Program.Ended changed = run("query", TITLES, "--seed", other);
        assertThat(changed.errors()).isEmpty();
        assertThat(changed.output()).contains("Diffuser");
    }

    @Test
    void a_graph_by_another_contract_or_without_a_seed_is_refused() {
        assertThat(run("load", "--seed", loaded).errors()).isEmpty();
        change("MATCH (r:Revision) SET r.rules = 'other'");

        for (Program.Ended ended : List.of(run("query", TITLES), run("summary", "--period", "2022"))) {
            assertThat(ended.errors())
                    .isEqualTo(
                            "jalon: The graph in %s was made by another version of the contract, so that answers could"
                                            .formatted(data)
                                    + " be wrong: `jalon load --data %s` brings it up to date.%n".formatted(data));
            assertThat(ended.code()).isEqualTo(Failures.UNAVAILABLE);
        }

        change("MATCH (n) DETACH DELETE n");
        Program.Ended empty = run("query", TITLES);
        assertThat(empty.errors())
                .isEqualTo("jalon: The graph in %s is empty: `jalon load --data %s` fills it.%n".formatted(data, data));
        assertThat(empty.code()).isEqualTo(Failures.UNAVAILABLE);
    }

    @Test
    void a_document_at_fault_is_told_before_any_graph_is_looked_for() {
        Program.Ended mistyped = run("query", "{ actions { titel } }");

        assertThat(mistyped.output()).contains("titel");
        assertThat(mistyped.code()).isEqualTo(Failures.PROBLEMS);
        assertThat(Path.of(data)).doesNotExist();
    }

    @Test
    void without_a_graph_the_seed_at_hand_answers_and_nothing_stays_behind() throws Exception {
        Program.Ended ended = program().run(List.of("query", TITLES, "--seed", "other"), Map.of());

        assertThat(ended.errors()).isEmpty();
        assertThat(ended.output()).contains("Diffuser");
        assertThat(ended.code()).isZero();
        assertThat(work.resolve("jalon-data")).doesNotExist();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void who_interrupts_a_command_finds_nothing_behind() throws Exception {
        Process process = program().start(List.of("query", TITLES, "--seed", "other"), Map.of());
        while (process.isAlive() && isEmpty(temporary)) {
            Thread.sleep(20);
        }
        assertThat(process.isAlive()).isTrue();
        process.destroy();

        assertThat(Program.exitCode(process)).isEqualTo(STOPPED_BY_SIGTERM);
        assertThat(temporary).isEmptyDirectory();
        assertThat(work.resolve("jalon-data")).doesNotExist();
    }

    @Test
    void a_server_that_has_the_graph_open_answers_in_its_place() throws Exception {
        assertThat(run("load", "--seed", loaded).errors()).isEmpty();
        Program.Ended answer = run("query", TITLES, "--seed", loaded);
        Program.Ended summary = run("summary", "--period", "2022", "--seed", loaded);
        assertThat(answer.errors()).isEmpty();
        assertThat(summary.errors()).isEmpty();
        assertThat(run("export", work.resolve("before").toString()).code()).isZero();

        Process server = program().start(List.of("serve", "--port", "0", "--data", data, "--seed", loaded), Map.of());
        try (BufferedReader output = server.inputReader()) {
            Program.linesUntil(output, "/graphiql");

            assertThat(run("query", TITLES, "--seed", loaded)).isEqualTo(answer);
            assertThat(run("summary", "--period", "2022", "--seed", loaded)).isEqualTo(summary);
            Program.Ended mistyped = run("query", "{ actions { titel } }", "--seed", loaded);
            assertThat(mistyped.code()).isEqualTo(Failures.PROBLEMS);
            assertThat(mistyped.output()).contains("titel");
            assertThat(run("export", work.resolve("during").toString()).code()).isZero();
            assertThat(texts("during")).isNotEmpty().isEqualTo(texts("before"));
            assertThat(run("load", "--seed", loaded).errors())
                    .isEqualTo(
                            "jalon: Another process uses the graph in %s: stop process %s, or choose another folder.%n"
                                    .formatted(data, server.pid()));
            assertThat(run("query", TITLES, "--seed", loaded, "--max-rows", "9", "--page-cache=32"))
                    .returns(answer.output(), Program.Ended::output)
                    .extracting(Program.Ended::errors, as(STRING))
                    .matches("jalon: http://127\\.0\\.0\\.1:\\d+ has the graph open and is asked by its own settings,"
                            + " without --max-rows, --page-cache\\R");
            keepsAnOldSummaryWhereTheDiskIsFull();
        } finally {
            server.destroyForcibly().waitFor();
        }

        assertThat(Path.of(data, "jalon-server.properties")).exists();
        assertThat(run("query", TITLES, "--seed", loaded)).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"::1", "0.0.0.0"})
    void a_server_is_found_at_whatever_address_of_this_machine_it_listens(String host) throws Exception {
        Process server = program()
                .start(List.of("serve", "--port", "0", "--host", host, "--data", data, "--seed", loaded), Map.of());
        try (BufferedReader output = server.inputReader()) {
            Program.linesUntil(output, "/graphiql");

            Program.Ended answer = run("query", TITLES, "--seed", loaded);

            assertThat(answer.errors()).isEmpty();
            assertThat(answer.output()).contains("Publier");
            assertThat(run("summary", "--period", "2022", "--seed", loaded).code())
                    .isZero();
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    @Test
    void what_a_server_left_whose_number_another_process_has_is_no_server() throws IOException {
        Path graph = Files.createDirectories(Path.of(data));
        Path announced = graph.resolve("jalon-server.properties");
        URI bolt = URI.create("bolt://127.0.0.1:9");
        Revision none = new Revision("", "", "", "");
        new RunningServer(URI.create("http://0.0.0.0:9"), bolt, none).announce(graph);
        assertThat(RunningServer.of(graph).map(RunningServer::address)).contains(URI.create("http://127.0.0.1:9"));

        Files.writeString(announced, Files.readString(announced).replaceAll("started=\\d+", "started=1999"));
        assertThat(RunningServer.of(graph)).isEmpty();

        RunningServer.withdraw(graph);
        new RunningServer(URI.create("http://192.0.2.1:80"), bolt, none).announce(graph);
        assertThat(graph).isEmptyDirectory();
    }

    private void keepsAnOldSummaryWhereTheDiskIsFull() throws Exception {
        String old = "x".repeat(64 * 1024);
        try (SmallDisk disk = SmallDisk.mount(Files.createDirectory(folder.resolve("disk")))) {
            Path file = Files.writeString(disk.path().resolve("bilan.md"), old);

            Program.Ended ended = run("summary", "--period", "2022", "--seed", loaded, "--output", file.toString());

            assertThat(ended.errors())
                    .startsWith("jalon: %s cannot be written: the disk %s".formatted(file, disk.path()))
                    .hasLineCount(1);
            assertThat(ended.code()).isEqualTo(Failures.UNAVAILABLE);
            assertThat(file).content().isEqualTo(old);
        }
    }

    private Revision revision() {
        try (OpenGraph application = open()) {
            return application.revision();
        }
    }

    private void change(String statement) {
        try (OpenGraph application = open();
                Driver driver = GraphDatabase.driver(application.boltAddress().orElseThrow(), AuthTokens.none())) {
            driver.executableQuery(statement).execute();
        }
    }

    private OpenGraph open() {
        GraphHome home = new GraphHome.Embedded(Path.of(data));
        return OpenGraph.open(home, GraphSettings.defaults(), StatementListener.silent());
    }

    /** Runs a command on the graph within this process, beside the project's own seed. */
    private Program.Ended run(String... command) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        List<String> line = new ArrayList<>(List.of(command));
        line.addAll(List.of("--data", data));
        if (line.get(0).equals("query") && RunningServer.of(Path.of(data)).isEmpty()) {
            // No test is to fail because the machine has other work.
            line.addAll(List.of("--timeout", "60"));
        }
        int code = Application.commandLine()
                .setOut(new PrintWriter(output))
                .setErr(new PrintWriter(errors))
                .execute(line.toArray(String[]::new));
        return new Program.Ended(code, output.toString(), errors.toString());
    }

    private Program program() {
        return Program.in(work, folder).onMachine("-Djava.io.tmpdir=" + temporary);
    }

    private Map<String, String> texts(String export) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(work.resolve(export))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(work.resolve(export).relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }
}
