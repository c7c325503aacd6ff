package fr.jalon.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.execution.GraphQlEngine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class WebServerTest {

    private static final WebSettings ANY_PORT = WebSettings.defaults().withPort(0);

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void a_taken_port_is_told_in_one_sentence() {
        try (WebServer first = start(new TinyGraph())) {
            int port = first.address().getPort();
            assertThatThrownBy(() -> start(ANY_PORT.withPort(port), new TinyGraph()))
                    .isInstanceOf(ListenException.class)
                    .hasMessage("Port %s is taken on 127.0.0.1; choose another with --port", port);
        }
    }

    @Test
    void a_host_of_another_machine_is_told_in_one_sentence() {
        WebSettings elsewhere = WebSettings.defaults().withAddress("192.0.2.1", 0);
        assertThatThrownBy(() -> start(elsewhere, new TinyGraph()))
                .isInstanceOf(ListenException.class)
                .hasMessage("192.0.2.1 is not an address of this machine; choose another with --host");
    }

    @Test
    void an_idle_server_stops_within_a_second_even_with_a_connection_open() throws Exception {
        WebServer server = start(new TinyGraph());
        assertThat(get(server, "/health/live").statusCode()).isEqualTo(200);

        assertThat(timeToClose(server)).isLessThan(Duration.ofSeconds(1));
        assertThatThrownBy(() -> get(server, "/health/live")).isInstanceOf(ConnectException.class);
    }

    @Test
    void a_running_request_is_answered_before_the_server_stops() throws Exception {
        TinyGraph graph = new TinyGraph();
        WebServer server = start(graph);
        var answer = client.sendAsync(post(server, "{\"query\": \"{ slow }\"}"), BodyHandlers.ofString());
        assertThat(graph.slowStarted.await(10, TimeUnit.SECONDS)).isTrue();

        var closing = CompletableFuture.supplyAsync(() -> timeToClose(server));
        // Longer than the grace of idle connections, which must not cut this one.
        Thread.sleep(500);
        assertThat(closing).isNotDone();
        graph.slowMayEnd.countDown();

        assertThat(answer.get(10, TimeUnit.SECONDS).body()).isEqualTo("{\"data\":{\"slow\":\"done\"}}");
        assertThat(closing.get(10, TimeUnit.SECONDS)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void a_request_that_never_ends_does_not_keep_the_server_from_stopping() throws Exception {
        TinyGraph graph = new TinyGraph();
        WebServer server = start(ANY_PORT.withGrace(Duration.ofMillis(300)), graph);
        var answer = client.sendAsync(post(server, "{\"query\": \"{ slow }\"}"), BodyHandlers.ofString());
        assertThat(graph.slowStarted.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(timeToClose(server)).isLessThan(Duration.ofSeconds(10));
        assertThatThrownBy(() -> get(server, "/health/live")).isInstanceOf(IOException.class);
        graph.slowMayEnd.countDown();
        answer.handle((body, failure) -> body).get(10, TimeUnit.SECONDS);
    }

    @Test
    void readiness_follows_the_graph_and_tells_whether_what_is_likely_was_asked_before() throws Exception {
        AtomicReference<Readiness> readiness = new AtomicReference<>(Readiness.DOWN);
        try (WebServer server =
                TestServer.start(ANY_PORT, new TinyGraph(), TinyGraph.CONTRACT, readiness::get, List.of())) {
            assertThat(ready(server)).isEqualTo("503 {\"status\":\"DOWN\"}");
            assertThat(get(server, "/health/live").statusCode()).isEqualTo(200);
            readiness.set(Readiness.COLD);
            assertThat(ready(server)).isEqualTo("200 {\"status\":\"UP\",\"warm\":false}");
            readiness.set(Readiness.WARM);
            assertThat(ready(server)).isEqualTo("200 {\"status\":\"UP\",\"warm\":true}");
        }
    }

    private String ready(WebServer server) throws Exception {
        HttpResponse<String> response = get(server, "/health/ready");
        return response.statusCode() + " " + response.body();
    }

    @Test
    void a_long_answer_is_compressed_for_who_takes_it_and_its_length_is_told() throws Exception {
        try (WebServer server = start(new TinyGraph())) {
            String query = "{\"query\": \"{ text(length: 100000) }\"}";
            HttpRequest plain = post(server, query);
            HttpRequest gzip = HttpRequest.newBuilder(plain, (name, value) -> true)
                    .header("Accept-Encoding", "br, gzip")
                    .build();

            var whole = client.send(plain, BodyHandlers.ofByteArray());
            var small = client.send(gzip, BodyHandlers.ofByteArray());

            assertThat(small.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(whole.headers().firstValue("Content-Encoding")).isEmpty();
            assertThat(small.headers().allValues("Vary")).contains("Accept", "Accept-Encoding");
            assertThat(small.headers().firstValueAsLong("Content-Length")).hasValue(small.body().length);
            assertThat(whole.headers().firstValueAsLong("Content-Length")).hasValue(whole.body().length);
            assertThat(new GZIPInputStream(new ByteArrayInputStream(small.body())).readAllBytes())
                    .isEqualTo(whole.body());
        }
    }

    @Test
    void who_holds_an_answer_causes_no_operation() throws Exception {
        TinyGraph graph = new TinyGraph();
        try (WebServer server = start(graph)) {
            HttpResponse<String> first =
                    client.send(post(server, "{\"query\": \"{ greet }\"}"), BodyHandlers.ofString());
            HttpRequest again = HttpRequest.newBuilder(first.request(), (name, value) -> true)
                    .header("If-None-Match", first.headers().firstValue("ETag").orElseThrow())
                    .build();
            HttpResponse<String> second = client.send(again, BodyHandlers.ofString());

            assertThat(second.statusCode()).isEqualTo(304);
            assertThat(second.body()).isEmpty();
            assertThat(second.headers().allValues("Vary")).contains("Accept", "Accept-Encoding");
            assertThat(graph.executed).hasValue(1);
        }
    }

    @Test
    void answers_by_get_may_be_used_again_for_as_long_as_the_operator_says() throws Exception {
        try (WebServer server = start(ANY_PORT.withMaxAge(Duration.ofMinutes(1)), new TinyGraph())) {
            HttpResponse<String> byGet = get(server, "/graphql?query=%7Bgreet%7D");
            HttpResponse<String> byPost =
                    client.send(post(server, "{\"query\": \"{ greet }\"}"), BodyHandlers.ofString());

            assertThat(byGet.headers().firstValue("Cache-Control")).hasValue("max-age=60");
            assertThat(byPost.headers().firstValue("Cache-Control")).hasValue("no-cache");
        }
    }

    @Test
    void one_operation_too_many_is_told_when_to_come_back_while_all_else_is_answered() throws Exception {
        TinyGraph graph = new TinyGraph();
        Gate.Settings one = new Gate.Settings(1, OptionalInt.of(1), 0, Duration.ofSeconds(3));
        try (WebServer server = start(ANY_PORT.withLoad(one), graph)) {
            var running = client.sendAsync(post(server, "{\"query\": \"{ slow }\"}"), BodyHandlers.ofString());
            assertThat(graph.slowStarted.await(10, TimeUnit.SECONDS)).isTrue();

            HttpResponse<String> refused =
                    client.send(post(server, "{\"query\": \"{ greet }\"}"), BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("3");
            assertThat(refused.body()).contains("\"code\":\"UNAVAILABLE\"", "1 operations run and 0 wait");
            assertThat(get(server, "/health/live").statusCode()).isEqualTo(200);

            graph.slowMayEnd.countDown();
            assertThat(running.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            assertThat(get(server, "/graphql?query=%7Bgreet%7D").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void the_page_names_assets_that_browsers_may_keep_for_good() throws Exception {
        try (WebServer server = start(new TinyGraph())) {
            String page = get(server, "/graphiql").body();
            String script = page.replaceAll("(?s).*src=\"(assets/[^\"]+)\".*", "$1");
            HttpResponse<String> asset = get(server, "/" + script);

            assertThat(script).matches("assets/graphiql-[A-Z0-9]{8}\\.js");
            assertThat(asset.statusCode()).isEqualTo(200);
            assertThat(asset.headers().firstValue("Content-Type")).hasValue("text/javascript;charset=utf-8");
            assertThat(asset.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        }
    }

    @Test
    void what_is_not_http_at_all_is_refused_in_json() throws Exception {
        try (WebServer server = start(new TinyGraph())) {
            assertThat(raw(server, "NONSENSE\r\n\r\n"))
                    .startsWith("HTTP/1.1 400")
                    .contains("\"code\":\"BAD_REQUEST\"");
            assertThat(raw(server, "GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 400")
                    .contains("\"code\":\"BAD_REQUEST\"");
            assertThat(raw(server, "GET /?" + "x".repeat(40_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                    .startsWith("HTTP/1.1 414")
                    .contains("send the query by POST");
        }
    }

    @Test
    void a_body_that_is_larger_than_it_says_is_refused() throws Exception {
        try (WebServer server = start(ANY_PORT.withMaxBody(100), new TinyGraph())) {
            HttpRequest chunked = HttpRequest.newBuilder(server.address().resolve("/graphql"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[101])))
                    .build();
            assertThat(client.send(chunked, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void a_body_that_is_not_utf_8_is_refused() throws Exception {
        try (WebServer server = start(new TinyGraph())) {
            HttpRequest latin1 = HttpRequest.newBuilder(server.address().resolve("/graphql"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"query\": \"{ été }\"}", StandardCharsets.ISO_8859_1))
                    .build();
            var answer = client.send(latin1, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("not UTF-8");
        }
    }

    private static WebServer start(GraphQlEngine engine) {
        return start(ANY_PORT, engine);
    }

    private static WebServer start(WebSettings settings, GraphQlEngine engine) {
        return TestServer.start(settings, engine, TinyGraph.CONTRACT, () -> Readiness.WARM, List.of());
    }

    private static Duration timeToClose(WebServer server) {
        long start = System.nanoTime();
        server.close();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private HttpResponse<String> get(WebServer server, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(server.address().resolve(path)).build(), BodyHandlers.ofString());
    }

    private static HttpRequest post(WebServer server, String body) {
        return HttpRequest.newBuilder(server.address().resolve("/graphql"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static String raw(WebServer server, String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
