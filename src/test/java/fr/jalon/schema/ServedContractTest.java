package fr.jalon.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.parser.ParserOptions;
import graphql.schema.diff.DiffEvent;
import graphql.schema.diff.SchemaDiff;
import graphql.schema.diff.SchemaDiffSet;
import graphql.schema.diff.reporting.CapturingReporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What clients are served, against three files of {@code src/test/resources/schema}: {@code served.graphqls} is what
 * {@code jalon schema} prints, so that any change shows there; {@code published.graphqls} is what the last version printed; and
 * {@code breaks.txt} names what breaks the clients of that version. With a new version, the first replaces the second and the
 * third becomes empty.
 */
class ServedContractTest {

    private static final Path CASES = Path.of("src/test/resources/schema");

    @Test
    void every_change_that_clients_see_is_written_down() throws IOException {
        assertThat(Contract.packaged().servedText())
                .as("what `jalon schema` prints, which %s is to hold", CASES.resolve("served.graphqls"))
                .isEqualTo(Files.readString(CASES.resolve("served.graphqls")));
    }

    @Test
    void a_change_that_breaks_clients_is_named() throws IOException {
        List<String> breaks = breaks(
                Files.readString(CASES.resolve("published.graphqls")),
                Contract.packaged().servedText());
        List<String> named = named();

        assertThat(breaks)
                .as("named in breaks.txt")
                .allMatch(each -> named.stream().anyMatch(name -> names(name, each)));
        assertThat(named)
                .as("true of the contract")
                .allMatch(name -> breaks.stream().anyMatch(each -> names(name, each)));
    }

    @Test
    void what_breaks_clients_is_found() {
        String published = """
                type Query { action(id: ID!, part: Part): Action  theme: String! }
                type Action { id: ID!  title: String! }
                enum Part { BODY ANNEX }
                """;
        Predicate<String> broken =
                changed -> !breaks(published, changed.replace("\n", " ")).isEmpty();

        assertThat(Stream.of(
                        published,
                        published.replace("title: String!", "title: String!  code: String"),
                        published.replace("part: Part", "part: Part, first: Int")))
                .noneMatch(broken);
        assertThat(Stream.of(
                        published.replace("title: String!", ""),
                        published.replace("title: String!", "title: String"),
                        published.replace("title: String!", "title: Int!"),
                        published.replace(", part: Part", ""),
                        published.replace("part: Part", "part: Part!"),
                        published.replace("part: Part", "part: Part, first: Int!"),
                        published.replace("part: Part", "part: String"),
                        published.replace(" ANNEX", ""),
                        published.replace("theme: String!", "")))
                .allMatch(broken);
    }

    /** Each as the type, the field where there is one, and why. */
    private static List<String> breaks(String published, String served) {
        CapturingReporter reporter = new CapturingReporter();
        ParserOptions usual = ParserOptions.getDefaultParserOptions();
        // What is compared is larger than any document of a client may be.
        ParserOptions.setDefaultParserOptions(ParserOptions.getDefaultSdlParserOptions());
        try {
            new SchemaDiff().diffSchema(SchemaDiffSet.diffSetFromSdl(published, served), reporter);
        } finally {
            ParserOptions.setDefaultParserOptions(usual);
        }
        Set<String> breaks = new TreeSet<>();
        for (DiffEvent event : reporter.getBreakages()) {
            String field = event.getFieldName() == null ? "" : "." + event.getFieldName();
            breaks.add("%s%s: %s".formatted(event.getTypeName(), field, event.getReasonMsg()));
        }
        return List.copyOf(breaks);
    }

    /** Lines but comments; an asterisk stands for anything. */
    private static List<String> named() throws IOException {
        return Files.readAllLines(CASES.resolve("breaks.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static boolean names(String pattern, String found) {
        return Pattern.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"), found);
    }
}
