package fr.jalon.command;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.Application;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExportCommandTest {

    private static final String SEED = "src/test/resources/seed/export";

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @TempDir
    private Path root;

    @Test
    void what_was_loaded_is_exported_and_checked_as_the_same() throws IOException {
        String folder = root.resolve("backup").toString();
        String data = root.resolve("data").toString();
        assertThat(run("check", "--seed", SEED)).isZero();
        String counts = told();

        assertThat(run("load", "--seed", SEED, "--data", data)).isZero();
        told();
        assertThat(run("export", folder, "--data", data)).isZero();
        assertThat(told()).isEqualTo("23 records written to %s.%n".formatted(folder));
        assertThat(run("check", "--seed", folder)).isZero();

        assertThat(told()).isEqualTo(counts).endsWith("No problem.\n");
        assertThat(errors.toString()).isEmpty();
        for (String file : List.of("roadmaps/spm-2021.yaml", "documents.yaml")) {
            assertThat(Path.of(folder, file)).hasSameTextualContentAs(Path.of(SEED, file));
        }
        assertThat(Path.of(folder, "seed.schema.json"))
                .hasSameTextualContentAs(Path.of("graph-seed", "seed.schema.json"));
    }

    @Test
    void a_folder_that_holds_something_is_left_as_it_is() throws IOException {
        Files.writeString(root.resolve("mine.txt"), "mine");

        int code = run("export", root.toString(), "--data", root.toString());

        assertThat(code).isEqualTo(Failures.USAGE);
        assertThat(errors.toString())
                .isEqualTo("jalon: %s is not free; expected an empty folder, or one that does not exist yet%n"
                        .formatted(root));
        assertThat(root).isDirectoryContaining(file -> file.endsWith("mine.txt"));
    }

    @Test
    void a_graph_that_is_not_there_is_not_made() {
        Path data = root.resolve("data");

        int code = run("export", root.resolve("backup").toString(), "--data", data.toString());

        assertThat(code).isEqualTo(Failures.USAGE);
        assertThat(errors.toString())
                .isEqualTo(
                        "jalon: --data: %s does not exist; expected the folder of a graph, which `jalon load --data %s` makes%n"
                                .formatted(data, data));
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void a_folder_that_cannot_be_made_is_told_in_one_line() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "");

        int code = run("export", file.resolve("backup").toString(), "--data", root.toString());

        assertThat(code).isEqualTo(Failures.USAGE);
        assertThat(errors.toString()).hasLineCount(1);
    }

    @Test
    void a_folder_without_a_graph_gets_none() throws IOException {
        String data = Files.createDirectory(root.resolve("data")).toString();

        int code = run("export", root.resolve("backup").toString(), "--data", data);

        assertThat(code).isEqualTo(Failures.UNAVAILABLE);
        assertThat(errors.toString())
                .isEqualTo("jalon: the graph is empty; `jalon load --data %s` fills it%n".formatted(data));
        assertThat(Path.of(data)).isEmptyDirectory();
        assertThat(root.resolve("backup")).doesNotExist();
    }

    private int run(String... arguments) {
        CommandLine jalon =
                Application.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(errors));
        return jalon.execute(arguments);
    }

    private String told() {
        String told = out.toString();
        out.getBuffer().setLength(0);
        return told;
    }
}
