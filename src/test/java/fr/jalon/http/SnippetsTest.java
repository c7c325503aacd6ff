package fr.jalon.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.jalon.TestGraph;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The snippets of the page for developers, run as they stand there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnippetsTest {

    private static final Path SNIPPETS = Path.of("src/main/resources/pages/developers");

    private final WebServer server = TestServer.overTheGraph();

    @TempDir
    private Path folder = Path.of("");

    @AfterAll
    void close() {
        server.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "bash    | curl.sh        | {\"data\":{\"actions\":{\"totalCount\":37,",
                "bash    | etag.sh        | 304",
                "node    | dashboard.mjs  | Ministère de la Transformation et de la Fonction publiques : 13",
                "python3 | dashboard.py   | API Entreprise – ",
                "bash    | spreadsheet.sh | id;path;label;code;",
            })
    void a_snippet_prints_what_the_graph_holds(String program, String snippet, String printed) throws Exception {
        assertThat(run(program, snippet)).contains(printed);
    }

    @Test
    void the_types_of_a_client_are_made_from_the_contract_that_is_served() throws Exception {
        run("bash", "types.sh");

        assertThat(Files.readString(folder.resolve("schema.graphqls"))).isEqualTo(TestGraph.CONTRACT.servedText());
        assertThat(folder.resolve("codegen.ts")).content().contains("schema.graphqls");
    }

    @Test
    void every_snippet_is_run() throws IOException {
        try (Stream<Path> files = Files.list(SNIPPETS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "curl.sh", "etag.sh", "dashboard.mjs", "dashboard.py", "spreadsheet.sh", "types.sh");
        }
    }

    private String run(String program, String snippet) throws IOException, InterruptedException {
        Path file = SNIPPETS.resolve(snippet).toAbsolutePath();
        String needed = snippet.endsWith(".sh") ? "curl" : program;
        assumeTrue(isThere(needed), needed + " is not installed here");
        ProcessBuilder builder = new ProcessBuilder(program, file.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("JALON", server.address().toString());
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    private static boolean isThere(String program) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "command -v " + program)
                        .redirectErrorStream(true)
                        .start()
                        .waitFor()
                == 0;
    }
}
