package fr.jalon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SummaryCommandTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--period 5e-trimestre            | jalon: --period: \"5e-trimestre\" is not a period; expected",
                "--period 2022 --format pdf       | jalon: --format: found \"pdf\", expected markdown or html",
                "--format html                    | jalon: Missing required option: '--period=PERIOD' (see --help)",
            })
    void wrong_usage_ends_with_one_line_and_code_2(String options, String message) {
        StringWriter errors = new StringWriter();
        CommandLine jalon = Jalon.commandLine().setErr(new PrintWriter(errors));

        int code = jalon.execute(("summary " + options).split(" "));

        assertThat(code).isEqualTo(Failures.USAGE);
        assertThat(errors.toString()).startsWith(message).hasLineCount(1);
    }
}
