package fr.jalon.command;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.Application;
import fr.jalon.TestGraph;
import fr.jalon.execution.OperationLimits;
import fr.jalon.http.documents.Examples;
import fr.jalon.http.documents.Examples.Example;
import fr.jalon.seed.SeedCases;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is formatted, parsed, cased or sorted comes out alike on machines of every language. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalesTest {

    private Path folder = Path.of("");

    private Path seed = Path.of("");
    private Map<String, String> expected = Map.of();
    private @Nullable TestGraph small;
    private int exports;

    @BeforeAll
    void answerAtHome(@TempDir Path given) throws IOException {
        folder = given;
        seed = SmallSeed.copyTo(folder.resolve("graph-seed"));
        small = TestGraph.in(folder.resolve("graph"), seed);
        expected = in(Locale.ROOT, "UTC", this::everything);
    }

    @AfterAll
    void close() {
        small().close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ar-EG",
                "ar-EG-u-nu-arab",
                "tr-TR",
                "az-AZ",
                "lt-LT",
                "hi-IN-u-nu-deva",
                "fa-IR",
                "fr-FR",
                "th-TH-u-nu-thai-ca-buddhist",
                "ja-JP-u-ca-japanese"
            })
    void examples_loads_exports_checks_and_commands_are_alike_in_every_locale(String language) {
        assertThat(in(Locale.forLanguageTag(language), "Pacific/Kiritimati", this::everything))
                .isEqualTo(expected);
    }

    private Map<String, String> everything() {
        Map<String, String> found = new TreeMap<>();
        // Another engine, for the first keeps what it made of each document.
        var engine = TestGraph.shared().engine(OperationLimits.STANDARD, TestGraph.PAGES);
        for (Example each : Examples.shipped()) {
            String answer = String.valueOf(engine.execute(TestGraph.request(each.query(), each.variables()))
                    .body());
            found.put(each.name(), answer);
        }
        found.put(
                "a mistake",
                String.valueOf(engine.execute(TestGraph.request("{ themes(first: 12345) { i } }", Map.of()))
                        .body()));
        found.put(
                "too much",
                String.valueOf(engine.execute(TestGraph.request("{ themes(first: 12345) { nodes { id } } }", Map.of()))
                        .body()));
        found.put("load", small().load(seed) + " changes");
        found.put("export", export());
        found.put("problems", String.valueOf(SeedCases.withBase("bad/identity").check()));
        found.put("check", command("check", "--seed", seed.toString()));
        found.put("wrong usage", command("serve", "--port", "123456"));
        return found;
    }

    private TestGraph small() {
        return Objects.requireNonNull(small);
    }

    private String export() {
        Path exported = folder.resolve("exported " + exports++);
        small().export(exported);
        try (Stream<Path> files = Files.walk(exported)) {
            Map<String, String> texts = new TreeMap<>();
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                texts.put(exported.relativize(file).toString(), Files.readString(file));
            }
            return texts.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String command(String... line) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        int code = Application.commandLine().setOut(writer).setErr(writer).execute(line);
        return said + "exit code " + code;
    }

    private static <T> T in(Locale locale, String zone, Supplier<T> work) {
        Locale locales = Locale.getDefault();
        TimeZone zones = TimeZone.getDefault();
        Locale.setDefault(locale);
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            return work.get();
        } finally {
            Locale.setDefault(locales);
            TimeZone.setDefault(zones);
        }
    }
}
