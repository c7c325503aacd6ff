package fr.jalon.command;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.Application;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A server as a user starts and stops it. */
class ServerProcessTest {

    private static final int STOPPED_BY_SIGTERM = 128 + 15;
    private static final String QUERY = "{\"query\": \"{ actions { totalCount nodes { id title due { label } } } }\"}";
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

    @TempDir
    private Path folder;

    /** A server that answers. */
    private record Running(Process process, List<String> said, URI address) {}

    @BeforeEach
    void copyASeed() throws IOException {
        SmallSeed.copyTo(folder.resolve("graph-seed"));
    }

    @Test
    void a_server_keeps_its_graph_to_itself_loads_an_unchanged_seed_once_and_answers_what_it_took_before_it_ends()
            throws Exception {
        Running first = serve(Map.of("JALON_MAX_BODY", "600"));
        String answer = answer(first);
        assertThat(first.said()).hasSizeGreaterThan(1).first().asString().startsWith("Seed of ");
        assertThat(first.said()).anyMatch(line -> line.startsWith("Beyond the limits of this server: 01-actions"));
        assertThat(answer).contains("\"totalCount\":2", "action/spm-a05", "S1 2022");

        Program.Ended second = program("second").run(List.of("serve", "--port=0"), Map.of());
        assertThat(second.errors())
                .isEqualTo("jalon: Another process uses the graph in %s: stop process %s, or choose another folder.%n"
                        .formatted(folder.resolve("jalon-data"), first.process().pid()));
        assertThat(second.code()).isEqualTo(Failures.UNAVAILABLE);
        assertThat(answer(first)).isEqualTo(answer);
        endsQuietly(first);

        breakTheSeed();
        assertThat(program("load").run(List.of("load"), Map.of()).code()).isEqualTo(Failures.PROBLEMS);
        mendTheSeed();

        Running again = serve(Map.of());
        assertThat(again.said()).hasSize(1);
        assertThat(answer(again)).isEqualTo(answer);
        try (TakenRequest taken = TakenRequest.by(again.address(), QUERY)) {
            endsQuietly(again);
            assertThat(taken.answer()).startsWith("HTTP/1.1 200").endsWith(answer);
        }
    }

    @Test
    void the_help_of_serve_lists_every_setting_with_its_variable() throws Exception {
        CommandLine serve = Objects.requireNonNull(
                Application.commandLine().getSubcommands().get("serve"));

        Program.Ended help = program("help").run(List.of("serve", "--help"), Map.of());

        assertThat(help.code()).isZero();
        assertThat(help.errors()).isEmpty();
        assertThat(serve.getCommandSpec().options())
                .filteredOn(option -> !option.usageHelp())
                .hasSizeGreaterThan(10)
                .allSatisfy(option -> assertThat(help.output().replaceAll("\\s+", " "))
                        .contains(option.longestName(), variable(option.longestName())));
    }

    private static String variable(String option) {
        return "(JALON_"
                + option.substring(2).toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    }

    private Program program(String name) throws IOException {
        return Program.in(folder, Files.createDirectories(folder.resolve("logs").resolve(name)));
    }

    private Running serve(Map<String, String> settings) throws IOException {
        Process process = program("serve").start(List.of("serve", "--port=0"), settings);
        BufferedReader output = process.inputReader();
        List<String> said = Program.linesUntil(output, "/graphiql");
        Matcher address = ADDRESS.matcher(said.get(said.size() - 1));
        assertThat(address.find()).isTrue();
        return new Running(process, said, URI.create(address.group() + "/graphql"));
    }

    private static String answer(Running server) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.address())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(QUERY))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    private void endsQuietly(Running server) throws Exception {
        server.process().destroy();

        assertThat(Program.exitCode(server.process())).isEqualTo(STOPPED_BY_SIGTERM);
        assertThat(folder.resolve("logs/serve/errors")).content().doesNotContain("ERROR", "WARN", "Exception");
    }

    private void breakTheSeed() throws IOException {
        Files.writeString(folder.resolve("graph-seed/mistake.yaml"), "themes: no list\n");
    }

    private void mendTheSeed() throws IOException {
        Files.delete(folder.resolve("graph-seed/mistake.yaml"));
    }
}
