package fr.jalon.seed.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedFolderTest {

    private static final List<SeedFile> FILES =
            List.of(new SeedFile("roadmaps/a.yaml", "axes: []\n"), new SeedFile("themes.yaml", "themes: []\n"));

    @Test
    void a_folder_is_read_with_its_subfolders_sorted_by_path(@TempDir Path folder) throws IOException {
        write(folder);

        assertThat(SeedFolder.files(folder)).isEqualTo(FILES);
    }

    @Test
    void files_are_found_beside_the_schema_among_the_classes(@TempDir Path folder) throws IOException {
        write(folder);

        assertThat(SeedFolder.filesBeside(
                        folder.resolve(SeedFolder.SCHEMA).toUri().toURL()))
                .isEqualTo(FILES);
    }

    @Test
    void files_are_found_in_a_jar(@TempDir Path folder) throws IOException {
        Path jar = folder.resolve("jalon.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            put(zip, "graph-seed/" + SeedFolder.SCHEMA, "{}");
            put(zip, "schema.graphqls", "");
            for (SeedFile file : FILES) {
                put(zip, "graph-seed/" + file.path(), file.text());
            }
        }

        URI inside = URI.create("jar:" + jar.toUri() + "!/graph-seed/" + SeedFolder.SCHEMA);

        assertThat(SeedFolder.filesBeside(inside.toURL())).isEqualTo(FILES);
    }

    @Test
    void the_program_carries_the_seed_of_the_project() {
        assertThat(SeedFolder.packagedFiles()).isEqualTo(SeedFolder.files(Path.of(SeedFolder.NAME)));
    }

    @Test
    void a_folder_that_is_not_there_is_an_error(@TempDir Path folder) {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> SeedFolder.files(folder.resolve("nowhere")));
    }

    private static void write(Path folder) throws IOException {
        Files.writeString(folder.resolve(SeedFolder.SCHEMA), "{}");
        for (SeedFile file : FILES) {
            Path path = folder.resolve(file.path());
            Files.createDirectories(path.resolveSibling(""));
            Files.writeString(path, file.text());
        }
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
