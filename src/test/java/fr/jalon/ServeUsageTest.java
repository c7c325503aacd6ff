package fr.jalon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ServeUsageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--trusted nowhere | jalon: --trusted: nowhere is not a folder that can be read",
                "--trusted src     | jalon: --trusted: src holds no *.graphql file",
                "--trusted-only    | jalon: --trusted-only: expected --trusted and the folder of the documents, too",
                "--max-age=-1      | jalon: Invalid value for option '--max-age': found \"-1\", expected a whole number from 0",
                "--cors https://x.fr/page | jalon: --cors: found \"https://x.fr/page\", expected an origin such as",
                "--cors *,x.fr    | jalon: --cors: found \"x.fr\", expected an origin such as",
                "--max-queue=-1   | jalon: Invalid value for option '--max-queue': found \"-1\", expected a whole number from 0",
                "--persisted=-1    | jalon: Invalid value for option '--persisted': found \"-1\", expected a whole number from 0",
            })
    void wrong_usage_ends_with_one_line_and_code_2(String options, String message) {
        StringWriter errors = new StringWriter();
        CommandLine jalon = Jalon.commandLine().setErr(new PrintWriter(errors));

        int code = jalon.execute(("serve " + options).split(" "));

        assertThat(code).isEqualTo(Failures.USAGE);
        assertThat(errors.toString()).startsWith(message).hasLineCount(1);
    }
}
