package fr.jalon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the README prints is what there is; {@code -Djalon.rewrite=true} puts the examples and answers in anew. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Pattern PRINTED =
            Pattern.compile("<!-- (example|answer): (\\S+) -->\n```(\\w+)\n(.*?)```\n", Pattern.DOTALL);

    @Test
    void the_readme_prints_examples_as_they_are_run_and_answers_as_they_are_told() throws IOException {
        if (Boolean.getBoolean("jalon.rewrite")) {
            String text = PRINTED.matcher(Files.readString(README))
                    .replaceAll(match -> Matcher.quoteReplacement("<!-- %s: %s -->\n```%s\n%s```\n"
                            .formatted(match.group(1), match.group(2), match.group(3), source(match))));
            Files.writeString(README, text);
        }
        List<MatchResult> printed =
                PRINTED.matcher(Files.readString(README)).results().toList();
        assertThat(printed).allSatisfy(match -> assertThat(match.group(4)).isEqualTo(source(match)));
        assertThat(printed)
                .extracting(match -> match.group(1))
                .containsExactly("example", "example", "example", "example", "example", "example", "answer");
    }

    @Test
    void the_readme_lists_every_setting_of_the_server() throws IOException {
        String text = Files.readString(README);
        CommandLine serve = Objects.requireNonNull(
                Application.commandLine().getSubcommands().get("serve"));
        assertThat(serve.getCommandSpec().options())
                .filteredOn(option -> !option.usageHelp())
                .allSatisfy(option -> assertThat(text).contains("`" + option.longestName() + "`"));
    }

    private static String source(MatchResult match) {
        return match.group(1).equals("example")
                ? read("src/main/resources/examples/%s.graphql", match)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .reduce("", (text, line) -> text + line + "\n")
                : read("src/test/resources/answers/%s.answer.json", match);
    }

    private static String read(String path, MatchResult match) {
        try {
            return Files.readString(Path.of(path.formatted(match.group(2))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
