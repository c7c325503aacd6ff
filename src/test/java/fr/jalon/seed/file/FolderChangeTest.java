package fr.jalon.seed.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.jalon.schema.Checksum;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderChangeTest {

    private static final List<SeedFile> CHANGE = List.of(
            new SeedFile("a.yaml", "a: new\n"),
            new SeedFile("roadmaps/b.yaml", "b: new\n"),
            new SeedFile("roadmaps/c.yaml", "c: new\n"));

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectory(folder.resolve("roadmaps"));
        Files.writeString(folder.resolve("a.yaml"), "a: old\n");
        Files.writeString(folder.resolve("a.yaml.old"), "mine");
        Files.writeString(folder.resolve("a.yaml.new"), "mine, too");
        Files.writeString(folder.resolve("roadmaps/b.yaml"), "b: old\n");
    }

    @Test
    void files_are_changed_and_made_and_nothing_else_is_touched_or_left() throws IOException {
        change(folder);

        assertThat(all(folder))
                .containsEntry("a.yaml", "a: new\n")
                .containsEntry("roadmaps/b.yaml", "b: new\n")
                .containsEntry("roadmaps/c.yaml", "c: new\n")
                .containsEntry("a.yaml.old", "mine")
                .containsEntry("a.yaml.new", "mine, too")
                .hasSize(5);
    }

    @Test
    void permissions_stay_and_a_link_stays_a_link() throws IOException {
        Path elsewhere = folder.resolve("roadmaps/elsewhere.txt");
        Files.move(folder.resolve("a.yaml"), elsewhere);
        Files.createSymbolicLink(folder.resolve("a.yaml"), elsewhere);
        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rw-r-----"));

        change(folder);

        assertThat(folder.resolve("a.yaml")).isSymbolicLink();
        assertThat(elsewhere).hasContent("a: new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(elsewhere)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void a_change_without_its_journal_is_nothing_and_is_taken_away_by_the_next() throws IOException {
        SortedMap<String, String> before = all(folder);
        Path home = Files.createDirectory(folder.resolve(ChangeJournal.HOME));
        Files.writeString(home.resolve("0"), "a: new\n");
        Files.writeString(home.resolve("journal.new"), "a.ya");
        Files.writeString(home.resolve("lock"), "process 1 on nowhere");

        assertThat(SeedFolder.files(folder)).extracting(SeedFile::text).containsExactly("a: old\n", "b: old\n");
        FolderChange.begin(folder).close();

        assertThat(all(folder)).isEqualTo(before);
    }

    @Test
    void a_change_with_its_journal_is_whole_for_readers_and_is_completed_by_the_next() throws IOException {
        Path home = Files.createDirectory(folder.resolve(ChangeJournal.HOME));
        Files.writeString(folder.resolve("a.yaml"), "a: new\n");
        Files.writeString(home.resolve("1"), "b: new\n");
        Files.writeString(home.resolve("2"), "c: new\n");
        Files.writeString(home.resolve("journal"), "a.yaml\nroadmaps%2Fb.yaml\nroadmaps%2Fc.yaml\n");
        SortedMap<String, String> halfway = all(folder);

        assertThat(SeedFolder.files(folder)).isEqualTo(CHANGE);
        assertThat(all(folder)).isEqualTo(halfway);
        FolderChange.begin(folder).close();

        assertThat(SeedFolder.files(folder)).isEqualTo(CHANGE);
        assertThat(all(folder)).hasSize(5);
    }

    @Test
    void a_folder_in_the_changed_one_and_one_around_it_are_whole_for_readers() throws IOException {
        cutOff();

        assertThat(SeedFolder.files(folder.resolve("roadmaps")))
                .containsExactly(new SeedFile("b.yaml", "b: new\n"), new SeedFile("c.yaml", "c: new\n"));
        assertThat(SeedFolder.files(Objects.requireNonNull(folder.getParent())))
                .contains(
                        new SeedFile(folder.getFileName() + "/a.yaml", "a: new\n"),
                        new SeedFile(folder.getFileName() + "/roadmaps/b.yaml", "b: new\n"),
                        new SeedFile(folder.getFileName() + "/roadmaps/c.yaml", "c: new\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"roadmaps/b.yaml", "roadmaps/c.yaml"})
    void what_somebody_wrote_after_a_change_was_cut_off_is_told_and_not_lost(String path) throws IOException {
        cutOff();
        Files.writeString(folder.resolve(path), "mine: yes\n");
        SortedMap<String, String> halfway = all(folder);

        String told = path + ": it was changed after an import was cut off that changes it as well;"
                + " move it elsewhere, import again, and make the change anew";
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> SeedFolder.files(folder))
                .withMessageEndingWith(told);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> FolderChange.begin(folder))
                .withMessageEndingWith(told);
        assertThat(all(folder)).isEqualTo(halfway);
        Files.delete(folder.resolve(path));
        FolderChange.begin(folder).close();
        assertThat(SeedFolder.files(folder)).isEqualTo(CHANGE);
    }

    @Test
    void a_copy_that_was_cut_off_in_its_midst_is_made_again() throws IOException {
        cutOff();
        Files.writeString(folder.resolve("roadmaps/b.yaml"), "b: n");

        assertThat(SeedFolder.files(folder)).isEqualTo(CHANGE);
        FolderChange.begin(folder).close();

        assertThat(SeedFolder.files(folder)).isEqualTo(CHANGE);
    }

    /** A change of which one file is in its place, as the journal has it. */
    private void cutOff() throws IOException {
        Path home = Files.createDirectory(folder.resolve(ChangeJournal.HOME));
        Files.writeString(folder.resolve("a.yaml"), "a: new\n");
        Files.writeString(home.resolve("1"), "b: new\n");
        Files.writeString(home.resolve("2"), "c: new\n");
        Files.writeString(
                home.resolve("journal"),
                "a.yaml %s\nroadmaps%%2Fb.yaml %s\nroadmaps%%2Fc.yaml none\n"
                        .formatted(Checksum.of("a: old\n"), Checksum.of("b: old\n")));
    }

    @Test
    void a_second_change_is_refused_with_who_makes_the_first() {
        try (FolderChange first = FolderChange.begin(folder)) {
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> FolderChange.begin(folder))
                    .withMessageContaining("another import changes it: process "
                            + ProcessHandle.current().pid() + " on ");
            first.write(SeedFolder.files(folder), CHANGE);
        }
        assertThat(SeedFolder.files(folder)).isEqualTo(CHANGE);
    }

    @Test
    void what_somebody_else_wrote_in_the_meantime_is_not_lost() throws IOException {
        List<SeedFile> before = SeedFolder.files(folder);
        Files.writeString(folder.resolve("a.yaml"), "a: by hand\n");
        SortedMap<String, String> now = all(folder);

        try (FolderChange change = FolderChange.begin(folder)) {
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> change.write(before, CHANGE))
                    .withMessageContaining("was changed in the meantime");
        }
        assertThat(all(folder)).isEqualTo(now);
    }

    @Test
    void a_folder_in_the_place_of_a_file_leaves_all_as_it_was() throws IOException {
        Files.createDirectory(folder.resolve("roadmaps/c.yaml"));
        SortedMap<String, String> before = all(folder);

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> change(folder))
                .withMessageContaining("c.yaml: a folder is in its place");

        assertThat(all(folder)).isEqualTo(before);
    }

    @Test
    void a_full_disk_is_named_and_leaves_all_as_it_was() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()).start();
        assumeTrue(mount.waitFor() == 0, "a disk of its own needs an administrator");
        try {
            Files.writeString(disk.resolve("a.yaml"), "a: old\n");
            SortedMap<String, String> before = all(disk);
            List<SeedFile> large =
                    List.of(new SeedFile("a.yaml", "a: new\n"), new SeedFile("b.yaml", "# much\n".repeat(20_000)));

            try (FolderChange change = FolderChange.begin(disk)) {
                assertThatExceptionOfType(UncheckedIOException.class)
                        .isThrownBy(() -> change.write(SeedFolder.files(disk), large))
                        .withMessageContaining(
                                "the disk " + Files.getFileStore(disk) + " is full; nothing was changed");
            }
            assertThat(all(disk)).isEqualTo(before);
            fill(disk.resolve("full"));
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> FolderChange.begin(disk))
                    .withMessageContaining("the disk " + Files.getFileStore(disk) + " is full; nothing was changed");
            Files.delete(disk.resolve("full"));
            assertThat(all(disk)).isEqualTo(before);
            assertThat(disk.resolve(ChangeJournal.HOME)).doesNotExist();
        } finally {
            new ProcessBuilder("umount", disk.toString()).start().waitFor();
        }
    }

    @Test
    void a_folder_that_is_reached_by_a_link_has_its_files() throws IOException {
        Path seed = Files.createSymbolicLink(folder.resolveSibling(folder.getFileName() + "-link"), folder);
        try {
            assertThat(SeedFolder.files(seed))
                    .isEqualTo(SeedFolder.files(folder))
                    .hasSize(2);
            change(seed);
            assertThat(SeedFolder.files(folder)).isEqualTo(CHANGE);
        } finally {
            Files.delete(seed);
        }
    }

    private static void fill(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            while (true) {
                out.write(new byte[4096]);
            }
        } catch (IOException full) {
            assertThat(Files.getFileStore(file).getUsableSpace()).isZero();
        }
    }

    private static void change(Path folder) {
        try (FolderChange change = FolderChange.begin(folder)) {
            change.write(SeedFolder.files(folder), CHANGE);
        }
    }

    private static SortedMap<String, String> all(Path folder) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                texts.put(folder.relativize(path).toString(), Files.readString(path));
            }
        }
        return texts;
    }
}
