package fr.jalon.command;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.Application;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ServeUsageTest {

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--trusted nowhere | jalon: --trusted: nowhere is not a folder that can be read",
                "--trusted src     | jalon: --trusted: src holds no *.graphql file",
                "--trusted-only    | jalon: --trusted-only: expected --trusted and the folder of the documents, too",
                "--max-age=-1      | jalon: Invalid value for option '--max-age': found \"-1\", expected a whole number from 0",
                "--cors https://x.fr/page | jalon: --cors: found \"https://x.fr/page\", expected an origin such as",
                "--cors *,x.fr    | jalon: --cors: found *,x.fr, of which * includes the others; expected * alone, or only them",
                "--max-queue=-1   | jalon: Invalid value for option '--max-queue': found \"-1\", expected a whole number from 0",
                "--cors https://x.fr:99999 | jalon: --cors: found \"https://x.fr:99999\", expected an origin such as",
                "--cors https://:80 | jalon: --cors: found \"https://:80\", expected an origin such as",
                "--cors https://été.fr | jalon: --cors: found \"https://été.fr\", expected an origin such as",
                "--port=65536      | jalon: Invalid value for option '--port': found \"65536\", expected a port from 0 to 65535",
                "--port=           | jalon: Invalid value for option '--port': found \"\", expected a port from 0 to 65535",
                "--host=           | jalon: --host: found \"\", expected an address such as 127.0.0.1",
                "--data=           | jalon: Invalid value for option '--data': found \"\", expected the path of",
                "--trusted=        | jalon: Invalid value for option '--trusted': found \"\", expected the path of",
                "--trusted-only=oui | jalon: Invalid value for option '--trusted-only': found \"oui\", expected true or false",
                "--timeout=0       | jalon: Invalid value for option '--timeout': found \"0\", expected a whole number from 1",
                "--timeout=1e3     | jalon: Invalid value for option '--timeout': found \"1e3\", expected a whole number from 1",
                "--max-body=0      | jalon: Invalid value for option '--max-body': found \"0\", expected a whole number from 1",
                "--max-operations=100000 | jalon: Invalid value for option '--max-operations': found \"100000\", expected a whole number from 0 to 1000",
                "--persisted=2000000 | jalon: --answers 64, --persisted 2000000: found 2000064 MiB, expected less than",
                "--answers=2147483647 --persisted=2147483647 | jalon: --answers 2147483647, --persisted 2147483647: found 4294967294 MiB, expected less",
                "--transaction-memory=999999 | jalon: --answers 64, --persisted 8, --transaction-memory 999999: found",
                "--page-cache=99999999 | jalon: --page-cache: found 99999999 MiB, expected less than the",
                "--port=8087 --bolt-port=8087 | jalon: --bolt-port: found 8087, which --port takes, too; expected another one",
                "--max-tokens=50 --trusted src/main/resources/examples | jalon: --trusted: 01-actions-api-s1-2022.graphql would be refused by this server: 6:5: The document has more than 50 tokens",
                "--max-depth=2 --trusted src/main/resources/examples | jalon: --trusted: 01-actions-api-s1-2022.graphql would be refused by this server: 4:1: The operation is 7 levels deep; at most 2",
                "--max-page=20 --trusted src/main/resources/examples | jalon: --trusted: 01-actions-api-s1-2022.graphql would be refused by this server: A page holds at most 20 nodes; found 50",
                "--max-nesting=1 --trusted src/main/resources/examples | jalon: --trusted: 01-actions-api-s1-2022.graphql would be refused by this server: The operation reads lists within lists, 2 deep",
                "--max-rows=1 --trusted src/main/resources/examples | jalon: --trusted: 01-actions-api-s1-2022.graphql would be refused by this server: The answer may hold about",
                "--max-body=50 --trusted src/main/resources/examples | jalon: --trusted: 01-actions-api-s1-2022.graphql would be refused by this server: Its request has ",
                "--cors *,https://x.fr | jalon: --cors: found *,https://x.fr, of which * includes the others; expected * alone, or only them",
                "--persisted=-1    | jalon: Invalid value for option '--persisted': found \"-1\", expected a whole number from 0",
            })
    void wrong_usage_ends_with_one_line_and_code_2(String options, String message) throws IOException {
        StringWriter errors = new StringWriter();
        CommandLine jalon = Application.commandLine().setErr(new PrintWriter(errors));

        String data = options.startsWith("--data") ? "" : " --data=" + folder.resolve("graph");
        String seed = " --seed=" + SmallSeed.copyTo(folder.resolve("seed"));
        String port = options.contains("--port") ? "" : " --port=0";
        int code = jalon.execute(("serve " + options + data + seed + port).split(" "));

        assertThat(code).isEqualTo(Failures.USAGE);
        assertThat(errors.toString()).startsWith(message).hasLineCount(1);
    }
}
