package fr.jalon.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.jalon.TestGraph;
import fr.jalon.execution.DocumentCheck;
import fr.jalon.execution.Limit;
import fr.jalon.execution.OperationLimits;
import fr.jalon.http.Readiness;
import fr.jalon.http.TestServer;
import fr.jalon.http.WebServer;
import fr.jalon.http.WebSettings;
import fr.jalon.http.documents.Examples;
import fr.jalon.http.documents.Examples.Example;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A server offers the examples that it answers, and says which others there are. */
class ServedExamplesTest {

    private static final int BYTES = 600;
    private static final Pattern NAME = Pattern.compile("\\bquery\\s+(\\w+)");
    private static final DocumentCheck LIMITS =
            new DocumentCheck(TestGraph.CONTRACT, OperationLimits.STANDARD, TestGraph.PAGES, TestGraph.COMPUTED);

    @Test
    void what_the_usual_limits_allow_is_offered_whole_and_without_a_word() {
        ServedExamples examples = ServedExamples.within(LIMITS, 1 << 20, Examples.shipped());

        assertThat(examples.offered()).isEqualTo(Examples.shipped()).isNotEmpty();
        assertThat(examples.notice()).isEmpty();
    }

    @Test
    void a_summary_beyond_the_limits_is_named_with_them() {
        OperationLimits few = OperationLimits.STANDARD.with(Limit.ROOT_FIELDS, 1);
        DocumentCheck check = new DocumentCheck(TestGraph.CONTRACT, few, TestGraph.PAGES, TestGraph.COMPUTED);

        assertThat(ServedExamples.within(check, 1 << 20, List.of()).notice())
                .startsWith("Beyond the limits of this server: the summary (");
    }

    @Test
    void an_example_is_offered_if_the_server_reads_a_body_of_its_size() throws Exception {
        ServedExamples examples = ServedExamples.within(LIMITS, BYTES, Examples.shipped());

        assertThat(examples.offered()).isNotEmpty();
        assertThat(examples.beyond()).isNotEmpty();
        WebSettings settings = WebSettings.defaults().withPort(0).withMaxBody(BYTES);
        try (WebServer server = TestServer.start(
                settings,
                TestGraph.shared().engine(OperationLimits.STANDARD, TestGraph.PAGES),
                "",
                () -> Readiness.WARM,
                List.of())) {
            for (Example example : Examples.shipped()) {
                assertThat(status(server, example))
                        .as(example.name())
                        .isEqualTo(examples.offered().contains(example) ? 200 : 413);
            }
        }
        assertThat(examples.notice())
                .startsWith("Beyond the limits of this server: 01-actions-api-s1-2022 (Its request has ")
                .contains(" bytes; --max-body allows 600); ")
                .hasLineCount(1);
    }

    /** As the editor sends it. */
    private static int status(WebServer server, Example example) throws IOException, InterruptedException {
        Map<String, Object> request = new HashMap<>(Map.of("query", example.query(), "variables", example.variables()));
        NAME.matcher(example.query())
                .results()
                .map(MatchResult::group)
                .findFirst()
                .ifPresent(name -> request.put("operationName", name.substring("query ".length())));
        HttpRequest post = HttpRequest.newBuilder(server.address().resolve("/graphql"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/graphql-response+json")
                .POST(BodyPublishers.ofByteArray(new ObjectMapper().writeValueAsBytes(request)))
                .build();
        return HttpClient.newHttpClient().send(post, BodyHandlers.discarding()).statusCode();
    }
}
