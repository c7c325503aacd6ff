package fr.jalon.command;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.Application;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Every option of every command refuses what it cannot mean, in one line that names it, what was found and expected. */
class OptionValuesTest {

    private static final List<String> NO_NUMBERS =
            List.of("", " ", "-1", "1.5", "1e3", "0x10", "dix", "99999999999", "-2147483649", "1 000", "10s", "64MiB");
    private static final List<String> NO_TRUTHS = List.of("", "oui", "1", "TRUE", "no");
    private static final List<String> NO_PATHS = List.of("", " ", "a\0b");

    /** Wrong values of options of text, whose kinds of mistakes are their own. */
    private static final Map<String, List<String>> NO_TEXTS = Map.ofEntries(
            Map.entry("--host", List.of("", " ", "[]")),
            Map.entry(
                    "--cors",
                    List.of("", "x.fr", "https://a.fr,,https://b.fr", "http://", "*,https://x.fr", "https://x.fr:0x1")),
            Map.entry("--neo4j", List.of("", " ", "graph", "http://x", "bolt://", "bolt://a b", "bolt://h:99999")),
            Map.entry("--neo4j-user", List.of()),
            Map.entry("--period", List.of("", "S5 2022", "demain", "0")),
            Map.entry("--format", List.of("", "pdf", "html,markdown")),
            Map.entry(
                    "--variables",
                    List.of("", "[]", "null", "{", "{} {}", "{\"a\": 1, \"a\": 2}", "@", "@nofile", "@src", "@a\0b")),
            Map.entry("--operation", List.of("", " ")),
            Map.entry("--roadmap", List.of("", "maa", "roadmap/none")),
            Map.entry("--reading", List.of("", "shut")),
            Map.entry("--jwt-issuer", List.of("x", "ftp://x", "http://x.fr")),
            // These four have no effect without another option, which says what is wrong with them.
            Map.entry("--jwt-audience", List.of()),
            Map.entry("--oidc-issuer", List.of()),
            Map.entry("--oidc-client", List.of()),
            Map.entry("--public-address", List.of()));

    /** What each command needs beside. */
    private static final Map<String, List<String>> NEEDED = Map.of(
            "template", List.of("target/none.xlsx"),
            "import", List.of("target/none.xlsx", "--roadmap=roadmap/maa-2021"),
            "export", List.of("target/none"),
            "query", List.of("{ __typename }"),
            "summary", List.of("--period=2022"));

    record Case(String command, String option, String value) {

        @Override
        public String toString() {
            return "%s %s=\"%s\"".formatted(command, option, value.replace("\0", "NUL"));
        }

        List<String> line() {
            List<String> line = new ArrayList<>(List.of(command));
            NEEDED.getOrDefault(command, List.of()).stream()
                    .filter(word -> !word.startsWith(option + "="))
                    .forEach(line::add);
            line.add(option + "=" + value);
            return line;
        }
    }

    static Stream<Case> cases() {
        return Application.commandLine().getSubcommands().entrySet().stream()
                .flatMap(command -> command.getValue().getCommandSpec().options().stream()
                        .filter(option -> !option.usageHelp())
                        .flatMap(option ->
                                wrong(option).map(value -> new Case(command.getKey(), option.longestName(), value))));
    }

    private static Stream<String> wrong(OptionSpec option) {
        Class<?> type = option.type();
        if (type == int.class || type == Integer.class) {
            return NO_NUMBERS.stream();
        } else if (type == boolean.class) {
            return NO_TRUTHS.stream();
        } else if (type == Path.class) {
            return NO_PATHS.stream();
        }
        return Objects.requireNonNull(NO_TEXTS.get(option.longestName()), "an option of text without wrong values")
                .stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void a_wrong_value_is_refused_in_one_line_that_names_the_option_what_was_found_and_what_is_expected(Case each) {
        StringWriter errors = new StringWriter();
        StringWriter output = new StringWriter();
        CommandLine jalon =
                Application.commandLine().setErr(new PrintWriter(errors)).setOut(new PrintWriter(output));

        int code = jalon.execute(each.line().toArray(String[]::new));

        assertThat(errors.toString())
                .startsWith("jalon: ")
                .hasLineCount(1)
                .contains(each.option(), "expected ")
                .containsAnyOf(
                        "There is no file ",
                        " is a folder",
                        "Nul character",
                        "found ",
                        "\"%s\"".formatted(each.value().strip()))
                .doesNotContain("Exception", "java.", "null pointer");
        assertThat(code).isEqualTo(Failures.USAGE);
        assertThat(output.toString()).isEmpty();
    }
}
