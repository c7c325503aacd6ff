package fr.jalon.seed.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.jalon.seed.file.SeedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFolderTest {

    private static final List<SeedFile> FILES = List.of(new SeedFile("a.yaml", "a\n"), new SeedFile("b/c.yaml", "c\n"));

    /** One of them stands where the folder of another should be. */
    private static final List<SeedFile> IMPOSSIBLE =
            List.of(new SeedFile("a.yaml", "a\n"), new SeedFile("a.yaml/b.yaml", "b\n"));

    @TempDir
    private Path root;

    @Test
    void a_folder_that_is_not_there_is_made_with_all_files() throws IOException {
        new NewFolder(root.resolve("x/y")).write(FILES);

        assertThat(inside(root)).containsExactly("x", "x/y", "x/y/a.yaml", "x/y/b", "x/y/b/c.yaml");
    }

    @Test
    void an_empty_folder_stays_the_same_folder_and_is_filled() throws IOException {
        Path empty = Files.createDirectory(root.resolve("x"));
        Object same = Files.readAttributes(empty, java.nio.file.attribute.BasicFileAttributes.class)
                .fileKey();

        new NewFolder(empty).write(FILES);

        assertThat(inside(root)).containsExactly("x", "x/a.yaml", "x/b", "x/b/c.yaml");
        assertThat(Files.readAttributes(empty, java.nio.file.attribute.BasicFileAttributes.class)
                        .fileKey())
                .isEqualTo(same);
    }

    @Test
    void what_cannot_be_written_whole_leaves_nothing_behind() throws IOException {
        Path empty = Files.createDirectory(root.resolve("empty"));

        for (Path folder : List.of(empty, root.resolve("new"))) {
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> new NewFolder(folder).write(IMPOSSIBLE));
        }

        assertThat(inside(root)).containsExactly("empty");
    }

    @Test
    void only_what_is_empty_or_not_there_is_free() throws IOException {
        Path file = Files.writeString(root.resolve("a.yaml"), "a\n");

        assertThat(new NewFolder(root).isFree()).isFalse();
        assertThat(new NewFolder(file).isFree()).isFalse();
        assertThat(new NewFolder(root.resolve("none")).isFree()).isTrue();
        assertThat(new NewFolder(Files.createDirectory(root.resolve("x"))).isFree())
                .isTrue();
    }

    private static List<String> inside(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.skip(1)
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }
}
