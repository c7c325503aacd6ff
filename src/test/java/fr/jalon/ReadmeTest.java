package fr.jalon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the README prints is what there is; {@code -Djalon.rewrite=true} puts the examples in anew. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- example: (\\S+) -->\n```graphql\n(.*?)```\n", Pattern.DOTALL);

    @Test
    void the_readme_prints_five_examples_as_they_are_run() throws IOException {
        if (Boolean.getBoolean("jalon.rewrite")) {
            String text = EXAMPLE.matcher(Files.readString(README))
                    .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(
                            "<!-- example: %s -->\n```graphql\n%s```\n".formatted(match.group(1), query(match))));
            Files.writeString(README, text);
        }
        List<MatchResult> printed =
                EXAMPLE.matcher(Files.readString(README)).results().toList();
        assertThat(printed)
                .hasSize(5)
                .allSatisfy(match -> assertThat(match.group(2)).isEqualTo(query(match)));
    }

    @Test
    void the_readme_lists_every_setting_of_the_server() throws IOException {
        String text = Files.readString(README);
        CommandLine serve =
                Objects.requireNonNull(Jalon.commandLine().getSubcommands().get("serve"));
        assertThat(serve.getCommandSpec().options())
                .filteredOn(option -> !option.usageHelp())
                .allSatisfy(option -> assertThat(text).contains("`" + option.longestName() + "`"));
    }

    private static String query(MatchResult match) {
        try {
            String file = Files.readString(Path.of("src/main/resources/examples", match.group(1) + ".graphql"));
            return file.lines().filter(line -> !line.startsWith("#")).reduce("", (text, line) -> text + line + "\n");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
