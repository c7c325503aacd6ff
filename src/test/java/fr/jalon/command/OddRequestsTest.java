package fr.jalon.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients of sixteen languages send a server of a seventeenth whatever there is to get wrong, all at once. */
class OddRequestsTest {

    private static final List<String> LANGUAGES = List.of(
            "ar-EG",
            "tr-TR",
            "hi-IN-u-nu-deva",
            "th-TH",
            "fr-FR",
            "az",
            "lt",
            "ja-JP-u-ca-japanese",
            "zh-Hant-TW",
            "de-CH",
            "he",
            "fa-IR",
            "el",
            "ru",
            "*;q=0.5, é",
            "");
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
    private static final Pattern TRACE =
            Pattern.compile("^\\s+at |Exception|Caused by|^\\s+\\.\\.\\. \\d+ more| ERROR ");
    private static final String QUESTION = "/graphql?query=%7Bactions%7BtotalCount%7D%7D";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void sixteen_clients_leave_the_log_without_a_stack_trace_and_the_server_at_work() throws Exception {
        SmallSeed.copyTo(folder.resolve("graph-seed"));
        Program program = Program.in(folder, Files.createDirectories(folder.resolve("logs")));
        Process process = program.start(
                List.of("serve", "--port=0", "--timeout=300", "--queue-wait=300000"),
                Map.of("JDK_JAVA_OPTIONS", "-Duser.language=ar -Duser.country=EG", "LC_ALL", "C"));
        try (BufferedReader output = process.inputReader()) {
            List<String> said = Program.linesUntil(output, "/graphiql");
            Matcher address = ADDRESS.matcher(said.get(said.size() - 1));
            assertThat(address.find()).isTrue();
            URI server = URI.create(address.group());

            assertThat(wrongAnswers(server)).isEmpty();

            assertThat(answer(server)).isEqualTo("{\"data\":{\"actions\":{\"totalCount\":2}}}");
        } finally {
            process.destroy();
            Program.exitCode(process);
        }
        assertThat(Files.readAllLines(program.errors()))
                .hasSizeGreaterThan(LANGUAGES.size())
                .noneMatch(line -> TRACE.matcher(line).find());
    }

    private static List<String> wrongAnswers(URI server) throws Exception {
        List<OddRequest> table = new YAMLMapper()
                .readValue(Path.of("src/test/resources/http/odd-requests.yaml").toFile(), new TypeReference<>() {});
        ExecutorService clients = Executors.newFixedThreadPool(LANGUAGES.size());
        try {
            List<Future<List<String>>> all = new ArrayList<>();
            for (String language : LANGUAGES) {
                all.add(clients.submit(() -> wrongAnswers(server, table, language)));
            }
            List<String> wrong = new ArrayList<>();
            for (Future<List<String>> each : all) {
                wrong.addAll(each.get());
            }
            return wrong.stream().distinct().sorted().toList();
        } finally {
            clients.shutdownNow();
        }
    }

    private static List<String> wrongAnswers(URI server, List<OddRequest> table, String language) {
        List<OddRequest> shuffled = new ArrayList<>(table);
        Collections.shuffle(shuffled, new Random(language.hashCode()));
        List<String> wrong = new ArrayList<>();
        for (OddRequest each : shuffled) {
            try {
                each.send(server, language);
            } catch (IOException | AssertionError e) {
                wrong.add(each + ": " + e.getMessage());
            }
        }
        return wrong;
    }

    private static String answer(URI server) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(QUESTION)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
