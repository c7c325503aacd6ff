package fr.jalon.command;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.Application;
import fr.jalon.FreePort;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs {@code commands/failures.yaml} in processes, and {@code commands/usage.yaml}, which needs none. */
class FailingCommandsTest {

    @TempDir
    private Path folder;

    static List<CommandCase> failures() throws IOException {
        return CommandCase.of("failures.yaml");
    }

    static List<CommandCase> usage() throws IOException {
        return CommandCase.of("usage.yaml");
    }

    @BeforeEach
    void copyASeedWithAMistake() throws IOException {
        Path seed = SmallSeed.copyTo(folder.resolve("work/wrong-seed"));
        Path plan = seed.resolve("good/plan.yaml");
        Files.writeString(plan, Files.readString(plan).replace("en continu", "en somme"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void a_command_that_fails_says_why_in_one_line_and_leaves_all_as_it_was(CommandCase each) throws Exception {
        Path work = folder.resolve("work");
        Map<String, String> before = files(work);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandCase set = each.with("taken", taken.getLocalPort())
                    .with("free", FreePort.any())
                    .with("work", work);

            Program.Ended ended =
                    Program.in(work, folder).run(set.command(), Objects.requireNonNull(set.environment()));

            assertThat(ended.errors()).isEqualTo(set.error() + System.lineSeparator());
            assertThat(ended.code()).isEqualTo(set.code());
            assertThat(ended.output().lines().findFirst().orElse(null)).isEqualTo(set.output());
        }
        assertThat(files(work)).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("usage")
    void wrong_usage_ends_with_one_line_before_anything_is_begun(CommandCase each) {
        StringWriter errors = new StringWriter();

        int code = Application.commandLine()
                .setErr(new PrintWriter(errors))
                .execute(each.command().toArray(String[]::new));

        CommandCase set = each.with("here", Path.of("").toAbsolutePath());
        assertThat(errors.toString()).isEqualTo(set.error() + System.lineSeparator());
        assertThat(code).isEqualTo(set.code());
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                texts.put(
                        path.toString(),
                        Files.isDirectory(path) ? "folder" : Files.readString(path, StandardCharsets.ISO_8859_1));
            }
        }
        return texts;
    }
}
