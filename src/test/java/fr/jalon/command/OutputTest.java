package fr.jalon.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command writes is written wholly, or what was there stays and the command says why. */
class OutputTest {

    private static final Path FULL_DEVICE = Path.of("/dev/full");
    private static final String OLD = "x".repeat(64 * 1024);

    @TempDir
    private Path folder;

    @Test
    void a_file_on_a_full_disk_stays_as_it_was_and_the_disk_is_named() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(Files.createDirectory(folder.resolve("disk")))) {
            Path file = Files.writeString(disk.path().resolve("old.xlsx"), OLD);

            Program.Ended ended = program().run(List.of("template", file.toString()), Map.of());

            assertThat(ended.errors())
                    .startsWith("jalon: %s cannot be written: the disk %s".formatted(file, disk.path()))
                    .endsWith(" is full%n".formatted())
                    .hasLineCount(1);
            assertThat(ended.code()).isEqualTo(Failures.UNAVAILABLE);
            assertThat(file).content().isEqualTo(OLD);
            assertThat(disk.path()).isDirectoryNotContaining(each -> !each.equals(file));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema", "schema --seed-files", "check", "--help", "schema --help", "--version"})
    void standard_output_that_takes_nothing_is_no_success(String command) throws Exception {
        assumeTrue(Files.exists(FULL_DEVICE), "this system has no device that is always full");

        Program.Ended ended = program().runInto(FULL_DEVICE, List.of(command.split(" ")));

        assertThat(ended.errors())
                .startsWith("jalon: standard output cannot be written: ")
                .hasLineCount(1);
        assertThat(ended.code()).isEqualTo(Failures.UNAVAILABLE);
    }

    @Test
    void who_reads_no_further_ends_the_command_quietly() throws Exception {
        Program program = program();
        Process process = program.start(List.of("schema"), Map.of());
        process.getInputStream().close();

        assertThat(Program.exitCode(process)).isEqualTo(128 + 13);
        assertThat(program.errors()).isEmptyFile();
    }

    @Test
    void a_link_stays_one_and_permissions_stay_as_they_were() throws IOException {
        Path file = Files.writeString(folder.resolve("bilan.md"), OLD);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
        Path link = Files.createSymbolicLink(folder.resolve("link.md"), Path.of("bilan.md"));

        OutputFile.of(link).write("new");

        assertThat(link).isSymbolicLink();
        assertThat(file).isRegularFile().content().isEqualTo("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw----");
    }

    @Test
    void a_link_to_nothing_makes_what_it_leads_to() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.md"), Path.of("bilan.md"));

        OutputFile.of(link).write("new");

        assertThat(link).isSymbolicLink().content().isEqualTo("new");
    }

    @Test
    void a_device_is_written_as_it_is() {
        OutputFile.of(Path.of("/dev/null")).write("new");

        assertThat(Path.of("/dev/null")).exists();
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void a_device_that_is_full_is_told() {
        assumeTrue(Files.exists(FULL_DEVICE), "this system has no device that is always full");

        assertThatExceptionOfType(CommandException.Output.class)
                .isThrownBy(() -> OutputFile.of(FULL_DEVICE).write("new"))
                .withMessageStartingWith("/dev/full cannot be written: ");
    }

    private Program program() {
        return Program.in(Path.of("").toAbsolutePath(), folder);
    }
}
