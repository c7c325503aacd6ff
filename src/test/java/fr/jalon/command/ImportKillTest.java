package fr.jalon.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import fr.jalon.schema.Contract;
import fr.jalon.seed.Seed;
import fr.jalon.seed.delivery.DeliveryTemplate;
import fr.jalon.seed.file.SeedFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills an import that changes several files, by {@code SIGKILL}: the next one goes through and leaves nothing behind. */
class ImportKillTest {

    private static final String JOURNAL = "fr.jalon.seed.file.ChangeJournal";
    private static final String ROADMAP = "roadmap/spm-2021";
    private static final long LONGEST_WRITE_NANOS = 150_000_000;
    private static final Path SEED = Path.of("src/test/resources/seed/delivery/seed");
    private static final List<String> IMPORT = List.of("import", "sheet.csv", "--roadmap", ROADMAP, "--seed", "seed");

    /** Where the process stands still before it is killed: a method of the journal, and how often it was begun. */
    private record Moment(String method, int count) {}

    @TempDir
    private Path folder;

    private Path work;
    private SortedMap<String, String> before;
    private SortedMap<String, String> after;

    @BeforeEach
    void prepare() throws Exception {
        work = Files.createDirectory(folder.resolve("work"));
        copy();
        Path sheet = work.resolve("sheet.csv");
        Files.write(sheet, new DeliveryTemplate(Seed.of(SEED, Contract.packaged())).bytes(sheet, ROADMAP));
        Files.writeString(
                sheet,
                Files.readString(sheet)
                        .replace("Ouvrir une API", "Ouvrir deux API")
                        .replace("Former", "Instruire"));
        before = files();
        assertThat(Program.in(work, folder).run(IMPORT, Map.of()).code()).isZero();
        after = files();
        assertThat(after.entrySet()).as("files that change").hasSizeGreaterThanOrEqualTo(before.size());
        assertThat(after.entrySet().stream().filter(each -> !before.entrySet().contains(each)))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void an_import_that_is_killed_at_three_moments_is_as_if_it_had_not_begun_or_were_done() throws Exception {
        killedAt(new Moment("stage", 2), before);
        killedAt(new Moment("put", 2), after);
        killedAt(new Moment("leave", 1), after);
    }

    @Tag("trial")
    @Test
    void an_import_that_is_killed_at_any_moment_is_as_if_it_had_not_begun_or_were_done() throws Exception {
        killedAt(new Moment("stage", 1), before);
        killedAt(new Moment("keepAttributes", 2), before);
        killedAt(new Moment("commit", 1), before);
        killedAt(new Moment("pending", 6), after);
        killedAt(new Moment("put", 1), after);
        killedAt(new Moment("put", 2), after);
        killedAt(new Moment("discard", 2), after);
        killedAt(new Moment("leave", 1), after);
        int done = 0;
        for (int i = 0; i < 20; i++) {
            double part = new Random(i).nextDouble();
            done += (i % 2 == 0 ? killedAfter(part) : killedInside(part)) ? 1 : 0;
        }
        System.out.printf("20 imports killed at random: %s had decided, %s had not%n", done, 20 - done);
    }

    @Test
    void who_reads_a_seed_after_its_import_was_killed_sees_all_of_it_or_nothing_and_writes_nothing() throws Exception {
        Files.writeString(work.resolve("titles.graphql"), "{ actions(first: 50) { nodes { title } } }");
        copy();
        SortedMap<String, String> untouched = files();
        String old = run("check", "--seed", "seed").output();
        kill(new Moment("stage", 2), 0);
        assertThat(run("check", "--seed", "seed").output()).isEqualTo(old);
        assertThat(read()).isEqualTo(untouched);

        copy();
        kill(new Moment("put", 2), 0);
        SortedMap<String, String> halfway = files();
        assertThat(halfway).isNotEqualTo(after);

        assertThat(run("check", "--seed", "seed").output()).endsWith("No problem.\n");
        assertThat(run("load", "--seed", "seed", "--data", "data").code()).isZero();
        assertThat(run("query", "titles.graphql", "--data", "data").output())
                .contains("Ouvrir deux API", "Instruire")
                .doesNotContain("Ouvrir une API", "Former");
        assertThat(files()).isEqualTo(halfway);
    }

    private Program.Ended run(String... command) throws Exception {
        Program.Ended ended = Program.in(work, folder).run(List.of(command), Map.of());
        assertThat(ended.code()).as(ended.errors()).isZero();
        return ended;
    }

    private void killedAt(Moment moment, SortedMap<String, String> expected) throws Exception {
        copy();
        kill(moment, 0);
        assertStateIs(expected);
    }

    /** Kills an import a part of the longest time after it began to write; tells whether all files are new then. */
    private boolean killedInside(double part) throws Exception {
        copy();
        kill(new Moment("write", 1), (long) (part * LONGEST_WRITE_NANOS));
        boolean done = read().equals(after);
        assertStateIs(done ? after : before);
        return done;
    }

    private void kill(Moment moment, long nanosLater) throws Exception {
        ListeningConnector connector = Bootstrap.virtualMachineManager().listeningConnectors().stream()
                .filter(each -> each.name().equals("com.sun.jdi.SocketListen"))
                .findFirst()
                .orElseThrow();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        Objects.requireNonNull(arguments.get("localAddress")).setValue("127.0.0.1");
        String address = connector.startListening(arguments);
        Process process = Program.in(work, folder)
                .start(
                        IMPORT,
                        Map.of(
                                "JAVA_TOOL_OPTIONS",
                                "-agentlib:jdwp=transport=dt_socket,server=n,suspend=y,address=" + address));
        try {
            VirtualMachine machine = connector.accept(arguments);
            assertThat(standsAt(machine, moment)).as(moment.toString()).isTrue();
            if (nanosLater > 0) {
                machine.resume();
                LockSupport.parkNanos(nanosLater);
            }
        } finally {
            process.destroyForcibly().waitFor();
            connector.stopListening(arguments);
        }
    }

    /** Lets the process run up to the moment, in which all its threads stand still; false when it ends before. */
    private static boolean standsAt(VirtualMachine machine, Moment moment) throws InterruptedException {
        ClassPrepareRequest prepared = machine.eventRequestManager().createClassPrepareRequest();
        prepared.addClassFilter(JOURNAL);
        prepared.setSuspendPolicy(EventRequest.SUSPEND_ALL);
        prepared.enable();
        while (true) {
            EventSet events = machine.eventQueue().remove();
            for (Event each : events) {
                if (each instanceof ClassPrepareEvent loaded) {
                    stopAt(machine, loaded.referenceType(), moment);
                } else if (each instanceof BreakpointEvent) {
                    return true;
                } else if (each instanceof VMDisconnectEvent) {
                    return false;
                }
            }
            events.resume();
        }
    }

    private static void stopAt(VirtualMachine machine, ReferenceType type, Moment moment) {
        BreakpointRequest stop = machine.eventRequestManager()
                .createBreakpointRequest(
                        type.methodsByName(moment.method()).get(0).location());
        stop.setSuspendPolicy(EventRequest.SUSPEND_ALL);
        stop.addCountFilter(moment.count());
        stop.enable();
    }

    /** Kills an import after a part of the time that the first one took; tells whether all files are new then. */
    private boolean killedAfter(double part) throws Exception {
        copy();
        long whole = whole();
        Process process = Program.in(work, folder).start(IMPORT, Map.of());
        process.waitFor((long) (whole * part), TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        boolean done = read().equals(after);
        assertStateIs(done ? after : before);
        return done;
    }

    private long whole() throws Exception {
        Path measured = folder.resolve("measured");
        if (Files.exists(measured)) {
            return Long.parseLong(Files.readString(measured));
        }
        long start = System.nanoTime();
        Program.in(work, folder).run(IMPORT, Map.of());
        long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        Files.writeString(measured, String.valueOf(whole));
        copy();
        return whole;
    }

    private void assertStateIs(SortedMap<String, String> expected) throws Exception {
        assertThat(read()).isEqualTo(expected);
        Program.Ended next = Program.in(work, folder).run(IMPORT, Map.of());
        assertThat(next.errors()).isEmpty();
        assertThat(next.code()).isZero();
        assertThat(next.output()).contains(expected.equals(after) ? "No change." : "Written;");
        assertThat(files()).isEqualTo(after);
    }

    /** What commands that only read see, and what is a user's own. */
    private SortedMap<String, String> read() throws IOException {
        SortedMap<String, String> seen = new TreeMap<>(files());
        seen.keySet().removeIf(path -> path.endsWith(".yaml") || path.startsWith(".jalon-change-"));
        SeedFolder.files(work.resolve("seed")).forEach(each -> seen.put(each.path(), bytes(each.text())));
        return seen;
    }

    private static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private SortedMap<String, String> files() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        Path seed = work.resolve("seed");
        try (Stream<Path> paths = Files.walk(seed)) {
            for (Path path : (Iterable<Path>) paths.filter(each -> !each.equals(seed))::iterator) {
                String inside = seed.relativize(path).toString();
                files.put(
                        inside,
                        Files.isDirectory(path) ? "a folder" : Files.readString(path, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    /** The seed as it was, with files beside that are a user's own. */
    private void copy() throws IOException {
        Path seed = work.resolve("seed");
        if (Files.exists(seed)) {
            try (Stream<Path> paths = Files.walk(seed)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        try (Stream<Path> paths = Files.walk(SEED)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Path target = seed.resolve(SEED.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectory(target);
                } else {
                    Files.copy(path, target);
                    Files.writeString(target.resolveSibling(target.getFileName() + ".old"), "mine");
                    Files.writeString(target.resolveSibling(target.getFileName() + ".new"), "mine, too");
                }
            }
        }
    }
}
