package fr.jalon.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Lists of the project's seed as tables over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TablesTest {

    private static final String LIST = "{ actions(first: 3) { totalCount nodes { code due { end } } } }";

    private final HttpClient client = HttpClient.newHttpClient();
    private final WebServer server = TestServer.overTheGraph();

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void all_of_a_list_is_sent_as_a_file_of_its_own_name() throws IOException, InterruptedException {
        HttpResponse<byte[]> response = send(get("csv").build());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/csv;charset=utf-8");
        assertThat(response.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"jalon-actions-\\d{4}-\\d{2}-\\d{2}(-\\w+)?\\.csv\"");
        String text = new String(response.body(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFcode;due.end\r\n");
        assertThat(text.lines()).hasSize(1 + 107);
    }

    @Test
    void a_table_is_the_same_by_accept_by_post_and_compressed() throws IOException, InterruptedException {
        byte[] plain = send(get("csv").build()).body();

        HttpRequest.Builder post = HttpRequest.newBuilder(server.address().resolve("/graphql"))
                .header("Content-Type", "application/json")
                .header("Accept", "text/csv, application/json;q=0.5")
                .header("Accept-Encoding", "gzip")
                .POST(BodyPublishers.ofString("{\"query\": \"" + LIST + "\"}"));
        HttpResponse<byte[]> compressed = send(post.build());

        assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes())
                .isEqualTo(plain);
    }

    @Test
    void a_head_tells_the_same_without_the_rows() throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                send(get("xlsx").method("HEAD", BodyPublishers.noBody()).build());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Disposition").orElseThrow())
                .endsWith(".xlsx\"");
        assertThat(response.body()).isEmpty();
    }

    private HttpRequest.Builder get(String format) {
        String query = URLEncoder.encode(LIST, StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(server.address().resolve("/graphql?format=" + format + "&query=" + query));
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofByteArray());
    }
}
