package fr.jalon.command;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.Application;
import fr.jalon.TestGraph;
import fr.jalon.execution.OperationLimits;
import fr.jalon.summary.Summaries;
import fr.jalon.summary.SummaryFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program as it is started on machines of other languages, and where none is set, as by cron. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgramLocalesTest {

    private static final Map<String, String> HOME = Map.of("LC_ALL", "C.UTF-8");

    private Path folder = Path.of("");

    private Map<String, String> expected = Map.of();

    @BeforeAll
    void runAtHome(@TempDir Path given) throws IOException {
        folder = given;
        Path exported = folder.resolve("home");
        try (TestGraph graph = TestGraph.in(folder.resolve("graph"), SmallSeed.copyTo(folder.resolve("seed")))) {
            graph.export(exported);
            expected = files(exported);
            expected.put(
                    "summary",
                    new String(
                            Summaries.bytes(
                                    graph.engine(OperationLimits.STANDARD, TestGraph.PAGES),
                                    "2021",
                                    SummaryFormat.MARKDOWN),
                            StandardCharsets.UTF_8));
        }
        expected.put(
                "help",
                Objects.requireNonNull(
                                Application.commandLine().getSubcommands().get("serve"))
                        .getUsageMessage());
        assertThat(expected.get("summary")).contains("Échéances");
    }

    @ParameterizedTest
    @CsvSource({"-Duser.language=ar -Duser.country=EG, C.UTF-8", "-Duser.language=tr -Duser.country=TR, C"})
    void a_load_its_export_and_a_summary_are_alike_in_every_locale(String options, String locale) throws Exception {
        Map<String, String> environment = Map.of("JDK_JAVA_OPTIONS", options, "LC_ALL", locale);
        Program program = program(locale);
        SmallSeed.copyTo(program.folder().resolve("graph-seed"));

        run(program, environment, "load");
        String summary = run(program, environment, "summary", "--period=2021");
        run(program, environment, "export", "exported");

        Map<String, String> found = files(program.folder().resolve("exported"));
        found.put("summary", summary);
        found.put("help", run(program, environment, "serve", "--help"));
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void letters_that_the_locale_cannot_tell_are_refused_with_what_to_set() throws Exception {
        Program program = program("accents");

        // The letters are told as bytes, for the locale of the tests may not know them either.
        String script = "LC_ALL=C exec \"$@\" \"$(printf '{ search(text: \"\\303\\251ch\\303\\251ance\") }')\"";
        Program.Ended ended = program.runBy(List.of("sh", "-c", script, "sh"), List.of("query"), HOME);

        assertThat(ended.errors())
                .startsWith("jalon: \"{ search(text: \"")
                .contains("holds letters beyond the charset of the locale")
                .endsWith("set LC_ALL to a locale of UTF-8, such as C.UTF-8\n")
                .hasLineCount(1);
        assertThat(ended.code()).isEqualTo(Failures.USAGE);
        assertThat(folder.resolve("accents/jalon-data")).doesNotExist();
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }

    private static String run(Program program, Map<String, String> environment, String... command) throws Exception {
        Program.Ended ended = program.run(List.of(command), environment);
        assertThat(ended.errors().replaceAll("NOTE: Picked up JDK_JAVA_OPTIONS:.*\n", ""))
                .isEmpty();
        assertThat(ended.code()).isZero();
        return ended.output();
    }

    private Program program(String name) throws IOException {
        return Program.in(
                Files.createDirectories(folder.resolve(name)),
                Files.createDirectories(folder.resolve("logs").resolve(name)));
    }
}
