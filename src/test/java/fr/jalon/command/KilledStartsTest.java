package fr.jalon.command;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.Jalon;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes that are killed while they make or change a graph, or that make one at the same time. */
class KilledStartsTest {

    private static final String NEO4J = "data/databases/neo4j/";
    private static final String RANGE = NEO4J + "schema/index/range-1.0";

    /** Files whose appearance, or growth where they are there, is a moment of a first load. */
    private static final List<String> MOMENTS_OF_A_FIRST_LOAD = List.of(
            "jalon.lock",
            "jalon.unfinished",
            "data",
            "data/databases/system/neostore",
            NEO4J + "neostore",
            "data/transactions/neo4j/neostore.transaction.db.0",
            RANGE,
            RANGE + "/*",
            NEO4J + "schema/index/fulltext-1.0/*",
            NEO4J + "schema/index/text-2.0/*");

    private static final List<String> MOMENTS_OF_A_COPY = List.of(
            "jalon.unfinished",
            "data/databases",
            NEO4J + "neostore.nodestore.db",
            "data/transactions/neo4j/neostore.transaction.db.0",
            NEO4J + "database_lock");

    private static final List<String> MOMENTS_OF_A_CHANGE = List.of(
            "jalon.lock",
            NEO4J + "database_lock",
            "data/transactions/neo4j/neostore.transaction.db.0",
            "data/transactions/neo4j/checkpoint.0",
            NEO4J + "neostore.relationshipstore.db");

    /** Bytes beside the packaged graph's own, so that copying them takes a moment that can be hit. */
    private static final long WEIGHT = 128L << 20;

    @TempDir
    private Path temporary;

    private Path seed;
    private Path changed;
    private StoredGraph graph;

    @BeforeEach
    void copySeeds() throws IOException {
        seed = SmallSeed.copyTo(temporary.resolve("seed"));
        changed = SmallSeed.copyTo(temporary.resolve("changed"));
        Path plan = changed.resolve("good/plan.yaml");
        Files.writeString(plan, Files.readString(plan).replace("about: [api, theme/open-data]", "about: [api]"));
        Path parent = Files.createDirectory(temporary.toRealPath().resolve("parent"));
        graph = new StoredGraph(parent.resolve("graph"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jalon.unfinished", RANGE + "/*"})
    void a_start_after_one_that_was_killed_goes_through_by_itself(String moment) throws Exception {
        String wanted = expected(seed);
        Process killed = load(seed, Program.line(loading(seed)));

        killWhen(killed, appears(moment));
        Process next = load(seed, Program.line(loading(seed)));

        assertThat(Program.exitCode(next)).as(errors(next)).isZero();
        assertThat(graph.contents()).isEqualTo(wanted);
        assertThat(graph.beside()).containsExactly("graph");
        assertThat(graph.inside()).containsExactly("data", "jalon.lock");
    }

    @Test
    void of_two_first_starts_one_makes_the_graph_and_the_other_says_who_does_and_touches_nothing() throws Exception {
        String wanted = expected(seed);
        List<String> line = packaged(seed);
        Process first = stoppedWhileItCopies(line);

        Process second = load(seed, line);
        assertThat(Program.exitCode(second)).isEqualTo(Failures.UNAVAILABLE);
        assertThat(errors(second))
                .isEqualTo("jalon: Another process uses the graph in %s: stop process %s, or choose another folder.%n"
                        .formatted(graph.folder(), first.pid()));
        signal(first, "CONT");

        assertThat(Program.exitCode(first)).as(errors(first)).isZero();
        assertThat(graph.contents()).isEqualTo(wanted);
        assertThat(graph.beside()).containsExactly("graph");
        assertThat(graph.inside()).containsExactly("data", "jalon.lock");
    }

    @Test
    @Tag("trial")
    void first_loads_killed_at_any_moment_leave_no_graph_or_the_new_one_and_the_next_start_goes_through()
            throws Exception {
        Trial trial = new Trial();
        trial.firstLoads();
        assertThat(trial.kills).hasSize(trial.random + MOMENTS_OF_A_FIRST_LOAD.size());
    }

    @Test
    @Tag("trial")
    void changed_loads_killed_at_any_moment_leave_the_old_graph_or_the_new_and_the_next_start_goes_through()
            throws Exception {
        Trial trial = new Trial();
        trial.changedLoads();
        assertThat(trial.kills).hasSize(trial.random + MOMENTS_OF_A_CHANGE.size());
    }

    @Test
    @Tag("trial")
    void of_two_first_starts_one_may_be_killed_at_any_moment_and_the_next_start_goes_through() throws Exception {
        Trial trial = new Trial();
        trial.firstStartsOfTwo();
        assertThat(trial.kills).hasSize(trial.random + MOMENTS_OF_A_COPY.size());
    }

    /** Kills again and again, at random and at aimed moments, and starts anew after each. */
    private final class Trial {
        private final int random = Integer.getInteger("jalon.trial.random", 20);
        private final Random moments = new Random(Long.getLong("jalon.trial.seed", 20211122L));
        private final String old = expected(seed);
        private final List<String> kills = new ArrayList<>();

        Trial() throws IOException {}

        void firstLoads() throws Exception {
            List<String> line = Program.line(loading(seed));
            long whole = duration(line);
            for (BooleanSupplier moment : moments(whole, MOMENTS_OF_A_FIRST_LOAD)) {
                remove();
                kill("first load", load(seed, line), moment);
                assertThat(graph.contents()).isIn("", old);
                assertStartsAs(seed, old);
            }
        }

        void changedLoads() throws Exception {
            remove();
            graph.start(seed);
            Path before = temporary.resolve("before");
            StoredGraph.copy(graph.folder(), before);
            graph.start(changed);
            String wanted = graph.contents();
            assertThat(wanted).isNotEqualTo(old);
            remove();
            StoredGraph.copy(before, graph.folder());
            List<String> line = Program.line(loading(changed));
            long whole = duration(line);
            for (String aimed : aims(MOMENTS_OF_A_CHANGE)) {
                remove();
                StoredGraph.copy(before, graph.folder());
                Process process = load(changed, line);
                kill("changed load", process, aimed.isEmpty() ? at(whole) : changes(aimed));
                assertThat(graph.contents()).isIn(old, wanted);
                assertStartsAs(changed, wanted);
            }
        }

        void firstStartsOfTwo() throws Exception {
            List<String> line = packaged(seed);
            long whole = duration(line);
            for (BooleanSupplier moment : moments(whole, MOMENTS_OF_A_COPY)) {
                remove();
                Process one = load(seed, line);
                Process other = load(seed, line);
                kill("first start of two", moments.nextBoolean() ? one : other, moment);
                assertThat(List.of(Program.exitCode(one), Program.exitCode(other)))
                        .isSubsetOf(0, Failures.UNAVAILABLE, 128 + 9);
                assertThat(errors(one) + errors(other)).doesNotContain("Exception", "report");
                assertThat(graph.contents()).isIn("", old);
                assertStartsAs(seed, old);
            }
        }

        private List<String> aims(List<String> aimed) {
            List<String> aims = new ArrayList<>(aimed);
            for (int each = 0; each < random; each++) {
                aims.add("");
            }
            return aims;
        }

        private List<BooleanSupplier> moments(long whole, List<String> aimed) {
            return aims(aimed).stream()
                    .map(aim -> aim.isEmpty() ? at(whole) : appears(aim))
                    .toList();
        }

        private BooleanSupplier at(long whole) {
            long wait = (long) (whole * (0.2 + 0.8 * moments.nextDouble()));
            long[] deadline = {0};
            return () -> {
                deadline[0] = deadline[0] == 0 ? System.nanoTime() + wait : deadline[0];
                return System.nanoTime() > deadline[0];
            };
        }

        private long duration(List<String> line) throws Exception {
            long start = System.nanoTime();
            assertThat(Program.exitCode(load(seed, line))).isZero();
            return System.nanoTime() - start;
        }

        private void kill(String what, Process process, BooleanSupplier moment) throws Exception {
            killWhen(process, moment);
            kills.add("%s%s".formatted(what, process.exitValue() == 128 + 9 ? "" : " (had ended)"));
            System.out.printf("%s %s%n", kills.size(), kills.get(kills.size() - 1));
        }

        private void assertStartsAs(Path facts, String wanted) {
            graph.start(facts);
            assertThat(graph.contents()).isEqualTo(wanted);
            assertThat(graph.beside()).containsExactly("graph");
            assertThat(graph.inside()).containsExactly("data", "jalon.lock");
        }

        private void remove() throws IOException {
            KilledStartsTest.remove(graph.folder());
        }
    }

    private String expected(Path facts) throws IOException {
        StoredGraph reference = new StoredGraph(temporary.toRealPath().resolve("reference"));
        reference.start(facts);
        return reference.contents();
    }

    private List<String> loading(Path facts) {
        return List.of(
                "load", "--seed", facts.toString(), "--data", graph.folder().toString());
    }

    /** The program from a place of its own, beside which a graph is packaged. */
    private List<String> packaged(Path facts) throws Exception {
        Path classes = Path.of(
                Jalon.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path program = Files.createDirectory(temporary.resolve("program"));
        StoredGraph.copy(classes, program.resolve("classes"));
        new StoredGraph(program.resolve("graph")).start(facts);
        try (RandomAccessFile weight =
                new RandomAccessFile(program.resolve("graph/data/weight").toFile(), "rw")) {
            weight.setLength(WEIGHT);
        }
        return Program.line(loading(facts)).stream()
                .map(word -> word.replace(
                        classes.toString(), program.resolve("classes").toString()))
                .toList();
    }

    private Process load(Path facts, List<String> line) throws IOException {
        return new ProcessBuilder(line)
                .directory(facts.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String errors(Process process) throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void killWhen(Process process, BooleanSupplier moment) throws Exception {
        await(process, moment);
        // Unlike the process itself, its handle leaves what it wrote to be read.
        process.toHandle().destroyForcibly();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    private static void await(Process process, BooleanSupplier moment) throws InterruptedException {
        while (process.isAlive() && !moment.getAsBoolean()) {
            Thread.sleep(0, 200_000);
        }
    }

    /** A busy machine may look too late at a copy of some milliseconds: then it is begun again. */
    private Process stoppedWhileItCopies(List<String> line) throws Exception {
        Path unfinished = graph.folder().resolve("jalon.unfinished");
        for (int tries = 0; tries < 10; tries++) {
            Process process = load(seed, line);
            // A shell signals without a new process, whose start may take longer than the copy.
            String stop = "until [ -e '%1$s' ] || ! kill -0 %2$s; do :; done; kill -STOP %2$s"
                    .formatted(unfinished, process.pid());
            new ProcessBuilder("sh", "-c", stop).start().waitFor();
            if (process.isAlive() && Files.exists(unfinished)) {
                return process;
            }
            signal(process, "CONT");
            process.waitFor();
            remove(graph.folder());
        }
        throw new AssertionError("No first start could be stopped while it copied the graph.");
    }

    private static void signal(Process process, String signal) throws Exception {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private BooleanSupplier appears(String file) {
        Path path = graph.folder().resolve(file.replace("/*", ""));
        return file.endsWith("/*") ? () -> holdsFiles(path) : () -> Files.exists(path);
    }

    private BooleanSupplier changes(String file) {
        Path path = graph.folder().resolve(file);
        Map<String, Object> before = state(path);
        return () -> !state(path).equals(before);
    }

    private static Map<String, Object> state(Path path) {
        try {
            return Files.readAttributes(path, "size,lastModifiedTime");
        } catch (IOException missing) {
            return Map.of();
        }
    }

    private static boolean holdsFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(Files::isRegularFile);
        } catch (IOException | UncheckedIOException notYet) {
            return false;
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        }
    }
}
