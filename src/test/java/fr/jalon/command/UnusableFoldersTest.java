package fr.jalon.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders and disks on which a graph cannot be made or changed: each is told by its cause, and nothing is lost. */
class UnusableFoldersTest {

    private static final int MEBIBYTE = 1 << 20;
    private static final int FILES_BESIDE_THE_PROGRAM = 60;

    @TempDir
    private Path temporary;

    private Path root;
    private Path seed;
    private final List<List<String>> undone = new ArrayList<>();

    @BeforeEach
    void copyASeed() throws IOException {
        root = temporary.toRealPath();
        seed = SmallSeed.copyTo(root.resolve("seed"));
    }

    @AfterEach
    void undo() throws Exception {
        for (List<String> command : undone) {
            system(command);
        }
    }

    @Test
    void a_full_disk_is_named_the_graph_stays_as_it_was_and_goes_on_when_there_is_room() throws Exception {
        Path disk = disk(4);
        assertRefused(disk.resolve("graph"), "The disk of %s is full, ", " KiB are free and 16384 KiB are needed");
        assertThat(disk).isEmptyDirectory();

        disk = disk(64);
        StoredGraph graph = new StoredGraph(disk.resolve("graph"));
        graph.start(seed);
        String old = graph.contents();
        Path filler = Files.write(disk.resolve("filler"), new byte[0]);
        change();

        fill(filler, Files.getFileStore(disk).getUsableSpace() - 4 * MEBIBYTE);
        assertRefused(graph.folder(), "The disk of %s is full, ", " KiB are free and 8192 KiB are needed");
        fill(filler, Long.MAX_VALUE);
        assertRefused(graph.folder(), "The disk of %s is full, 0 KiB are free");

        Files.delete(filler);
        assertThat(graph.contents()).isEqualTo(old);
        assertThat(load(graph.folder(), List.of()).code()).isZero();
        assertThat(graph.contents()).isNotEqualTo(old);
        assertThat(graph.inside()).containsExactly("data", "jalon.lock");
    }

    @Test
    void a_disk_that_is_read_only_is_named() throws Exception {
        Path disk = disk(64);
        new StoredGraph(disk.resolve("graph")).start(seed);
        system(List.of("mount", "-o", "remount,ro", disk.toString()));

        assertRefused(
                disk.resolve("graph"),
                "The graph in %1$s does not start: %1$s cannot be written, as its disk is read-only; change that");
        assertRefused(
                disk.resolve("new"),
                "The graph in %s does not start: " + disk + " cannot be written, as its disk is read-only");
    }

    @Test
    void a_folder_that_may_not_be_changed_is_named_with_what_the_system_says() throws Exception {
        Path folder = Files.createDirectory(root.resolve("graph"));
        assumeTrue(system(List.of("chattr", "+i", folder.toString())) == 0, "needs root and a disk with attributes");
        undone.add(List.of("chattr", "-i", folder.toString()));

        assertRefused(folder, "The graph in %1$s does not start: %1$s cannot be written, as ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_file_in_place_of_the_folder_or_of_one_above_is_named() throws Exception {
        Path file = Files.writeString(root.resolve("file"), "mine");

        assertRefused(file, "The graph in %1$s does not start: %1$s is not a folder; choose another one");
        assertRefused(file.resolve("graph"), "The graph in %s does not start: " + file + " is not a folder");
        assertThat(file).hasContent("mine");
    }

    @Test
    void a_damaged_graph_is_told_as_one_and_left_as_it_is() throws Exception {
        StoredGraph graph = new StoredGraph(root.resolve("graph"));
        graph.start(seed);
        Path damaged = Files.write(graph.folder().resolve("data/databases/neo4j/neostore"), new byte[100]);

        assertRefused(graph.folder(), "The graph in %s does not start: its files are damaged; move the folder away");
        assertThat(damaged).hasSize(100);
    }

    @Test
    void a_graph_that_another_version_made_is_told_as_one_and_left_as_it_is() throws Exception {
        StoredGraph graph = new StoredGraph(root.resolve("graph"));
        graph.start(seed);
        Path store = graph.folder().resolve("data/databases/neo4j/neostore");
        String bytes = Files.readString(store, StandardCharsets.ISO_8859_1);
        Files.writeString(store, bytes.replace("aligned", "altered"), StandardCharsets.ISO_8859_1);

        assertRefused(graph.folder(), "The graph in %s does not start: another version of the program made it");
        Files.writeString(store, bytes, StandardCharsets.ISO_8859_1);
        assertThat(graph.contents()).isNotEmpty();
    }

    @Test
    void a_process_that_may_open_too_few_files_is_told_so() throws Exception {
        assumeTrue(system(List.of("prlimit", "--version")) == 0, "needs prlimit");
        int limit = System.getProperty("java.class.path").split(File.pathSeparator).length + FILES_BESIDE_THE_PROGRAM;

        Program.Ended ended = load(root.resolve("graph"), List.of("prlimit", "--nofile=%1$s:%1$s".formatted(limit)));

        assertThat(ended.errors())
                .hasLineCount(1)
                .contains("needs more open files than the %s that the system allows".formatted(limit));
        assertThat(root.resolve("graph")).doesNotExist();
    }

    private void assertRefused(Path folder, String... parts) throws Exception {
        Program.Ended ended = load(folder, List.of());

        assertThat(ended.errors()).hasLineCount(1).startsWith("jalon: ");
        for (String part : parts) {
            assertThat(ended.errors()).contains(part.formatted(folder));
        }
        assertThat(ended.code()).isEqualTo(Failures.UNAVAILABLE);
    }

    private Program.Ended load(Path folder, List<String> prefix) throws Exception {
        List<String> line = new ArrayList<>(prefix);
        line.addAll(Program.line(List.of("load", "--seed", seed.toString(), "--data", folder.toString())));
        Path errors = root.resolve("errors");
        Process process = new ProcessBuilder(line)
                .redirectError(errors.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Program.Ended(Program.exitCode(process), "", Files.readString(errors));
    }

    private void change() throws IOException {
        Path plan = seed.resolve("good/plan.yaml");
        Files.writeString(plan, Files.readString(plan).replace("about: [api, theme/open-data]", "about: [api]"));
    }

    /** A disk of that many MiB, in memory. */
    private Path disk(int size) throws Exception {
        Path disk = Files.createTempDirectory(root, "disk");
        List<String> mount = List.of("mount", "-t", "tmpfs", "-o", "size=" + size + "m", "tmpfs", disk.toString());
        assumeTrue(system(mount) == 0, "needs root, to mount a disk");
        undone.add(List.of("umount", disk.toString()));
        return disk;
    }

    private static void fill(Path filler, long most) throws IOException {
        byte[] block = new byte[4096];
        try (var out = Files.newOutputStream(filler)) {
            for (long written = 0; written < most; written += block.length) {
                out.write(block);
            }
        } catch (IOException full) {
            // This is what was wanted.
        }
    }

    private static int system(List<String> command) throws Exception {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException noSuchCommand) {
            return -1;
        }
    }
}
