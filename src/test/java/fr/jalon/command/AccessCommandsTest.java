package fr.jalon.command;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.Application;
import fr.jalon.access.DirectoryGraph;
import fr.jalon.neo4j.Graph;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The commands {@code account} and {@code token}, as an operator gives them. */
class AccessCommandsTest {

    private static final Pattern ID = Pattern.compile("token/[0-9a-z]{10}");

    @TempDir
    private static Path data = Path.of("");

    /** What a command left. */
    private record Ended(int code, String output, String errors) {}

    private static Graph graph;

    @BeforeAll
    static void open() {
        graph = DirectoryGraph.in(data);
        run("account create jeanne-martin --name Jeanne --email Jeanne.Martin@exemple.gouv.fr");
        run("account tie jeanne-martin mandate/amdac-mtfp --from 2026-01-01");
    }

    @AfterAll
    static void close() {
        graph.close();
    }

    @Test
    void a_token_is_shown_once_on_standard_output_and_is_in_no_file_but_as_its_hash() throws IOException {
        Ended created = run("token create --account jeanne-martin --name tableau --scope read,report --days 30");

        assertThat(created.code()).as(created.errors()).isZero();
        assertThat(created.output().strip()).matches("jln_[0-9A-Za-z]{38}");
        assertThat(created.errors()).contains("token/", "account/jeanne-martin").doesNotContain("jln_");
        Ended listed = run("token list --account jeanne-martin");
        assertThat(listed.output())
                .contains("\"tableau\"  read, report", "never used")
                .doesNotContain(created.output().strip());

        String id =
                ID.matcher(created.errors()).results().findFirst().orElseThrow().group();
        assertThat(run("token revoke " + id).output()).isEqualTo(id + " is revoked." + System.lineSeparator());
        assertThat(run("token list").output().lines().filter(line -> line.contains(id)))
                .allMatch(line -> line.contains("revoked"));
        assertThat(filesWith(created.output().strip())).isEmpty();
    }

    @Test
    void the_first_administrator_is_made_by_a_command_and_an_account_loses_what_is_untied() {
        assertThat(run("account create cheffe --name Cheffe --role administrator")
                        .output())
                .isEqualTo("account/cheffe is made." + System.lineSeparator());
        assertThat(run("account tie cheffe mandate/code-mct --from 2026-01-01 --until 2026-12-01")
                        .code())
                .isZero();
        assertThat(run("account untie cheffe mandate/code-mct --on 2026-06-01").code())
                .isZero();
        assertThat(run("account disable cheffe").code()).isZero();

        assertThat(run("account list").output())
                .contains(
                        "account/cheffe  \"Cheffe\"  administrator  disabled",
                        "  mandate/code-mct from 2026-01-01 until 2026-06-01",
                        "account/jeanne-martin  \"Jeanne\"  jeanne.martin@exemple.gouv.fr");
        assertThat(run("token create --account cheffe --name x").errors())
                .isEqualTo("jalon: account/cheffe is disabled, so no token is made for it" + System.lineSeparator());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "account | jalon: Say what to do with accounts: create, list, tie, untie or disable (see --help)",
                "token   | jalon: Say what to do with tokens: create, list or revoke (see --help)",
                "account create jeanne-martin --name J | jalon: account/jeanne-martin is there already, with that id",
                "account create x --name J --email Jeanne.Martin@exemple.gouv.fr | jalon: account/jeanne-martin is there already, with that email",
                "account create x --name J --email nobody | jalon: --email: found \"nobody\", expected an address such as jeanne.martin@exemple.gouv.fr",
                "account create x --name J --issuer https://idp | jalon: --issuer and --subject: found one of them, expected both or none",
                "account create x --name J --role boss | jalon: --role: found \"boss\", expected one of administrator, secretariat",
                "account create É --name J | jalon: \"account/É\" is no id of an account; expected one such as account/jeanne-martin",
                "account tie nobody mandate/amdac-mtfp | jalon: There is no account account/nobody",
                "account tie jeanne-martin mandate/none | jalon: There is no mandate mandate/none",
                "account tie jeanne-martin mandate/code-mct --from hier | jalon: --from: found \"hier\", expected a day such as 2026-09-01",
                "account tie jeanne-martin mandate/code-mct --from 2026-02-01 --until 2026-01-01 | jalon: The tie would end on 2026-01-01, before it begins on 2026-02-01",
                "account untie jeanne-martin mandate/code-mct | jalon: account/jeanne-martin is not tied to mandate/code-mct on",
                "account disable nobody | jalon: There is no account account/nobody",
                "token create --account nobody --name x | jalon: There is no account account/nobody",
                "token create --account jeanne-martin --name x --scope all | jalon: --scope: found \"all\", expected one of administer, read, report",
                "token create --account jeanne-martin --name x --scope administer | jalon: account/jeanne-martin may not administer itself",
                "token create --account jeanne-martin --name x --days 400 | jalon: The token would hold 400 days; expected 1 to 366",
                "token list --account nobody | jalon: There is no account account/nobody",
                "token revoke token/none | jalon: There is no token token/none",
                "token revoke jln_abc | jalon: that is no id of a token; expected one such as token/4f0c2a91bd",
            })
    void what_cannot_be_done_is_one_line_and_code_2(String command, String message) {
        Ended ended = run(command);

        assertThat(ended.errors()).startsWith(message).hasLineCount(1);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.output()).isEmpty();
    }

    private static List<String> filesWith(String secret) throws IOException {
        byte[] wanted = secret.getBytes(StandardCharsets.US_ASCII);
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (text.contains(new String(wanted, StandardCharsets.ISO_8859_1))) {
                    found.add(file.toString());
                }
            }
        }
        return found;
    }

    private static Ended run(String command) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        if (words.size() > 1) {
            words.addAll(List.of("--neo4j", graph.boltAddress().orElseThrow().toString()));
        }
        CommandLine jalon =
                Application.commandLine().setOut(new PrintWriter(output)).setErr(new PrintWriter(errors));
        return new Ended(jalon.execute(words.toArray(String[]::new)), output.toString(), errors.toString());
    }
}
