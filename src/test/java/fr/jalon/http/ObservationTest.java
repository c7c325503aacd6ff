package fr.jalon.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.jalon.http.observation.Meter;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What the operator of a server learns of its requests. */
class ObservationTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Logger log = (Logger) LoggerFactory.getLogger("fr.jalon.requests");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final WebServer server = TestServer.start(
            WebSettings.defaults().withPort(0),
            new TinyGraph(),
            TinyGraph.CONTRACT,
            () -> Readiness.WARM,
            List.of(),
            () -> List.of(
                    new Meter("jalon_elsewhere", "Counted elsewhere.", Meter.Kind.TOTAL, () -> 7),
                    new Meter("jalon_level", "A level.", Meter.Kind.LEVEL, () -> 3)));

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void close() {
        log.detachAppender(lines);
        server.close();
    }

    @Test
    void requests_are_counted_by_route_and_status_and_errors_by_code() throws Exception {
        String held =
                ask("query Hello { greet }", "").headers().firstValue("ETag").orElseThrow();
        ask("query Hello { greet }", held);
        ask("{ broken }", "");
        get("/nowhere?secret");

        assertThat(get("/metrics").body().lines())
                .contains(
                        "jalon_http_requests_total{route=\"/graphql\",status=\"200\"} 2.0",
                        "jalon_http_requests_total{route=\"/graphql\",status=\"304\"} 1.0",
                        "jalon_http_requests_total{route=\"/{page}\",status=\"404\"} 1.0",
                        "jalon_graphql_errors_total{code=\"NOT_FOUND\"} 1.0",
                        "jalon_graphql_errors_total{code=\"INTERNAL\"} 1.0",
                        "jalon_graphql_operation_seconds_count{operation=\"Hello\"} 2",
                        "jalon_graphql_operation_seconds_count{operation=\"other\"} 1",
                        "jalon_graphql_running 0.0",
                        "jalon_graphql_waiting 0.0",
                        "jalon_elsewhere_total 7.0",
                        "jalon_level 3.0");
    }

    @Test
    void names_that_clients_invent_do_not_fill_the_memory() throws Exception {
        for (int i = 0; i < 60; i++) {
            ask("query Invented" + i + " { greet }", "");
        }

        List<String> counts = get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("jalon_graphql_operation_seconds_count"))
                .toList();
        assertThat(counts).hasSize(51).contains("jalon_graphql_operation_seconds_count{operation=\"other\"} 10");
    }

    @Test
    void a_request_is_one_line_without_what_the_client_wrote() throws Exception {
        ask("query Hello { greet(name: \"secret\") }", "");

        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getFormattedMessage())
                    .matches(
                            "method=GET route=/graphql status=200 operation=Hello errors=- cost=0 ms=[0-9]+\\.[0-9] bytes=[0-9]+")
                    .doesNotContain("secret");
            assertThat(line.getMDCPropertyMap()).containsEntry("trace", TRACE);
        });
    }

    @Test
    void a_refused_request_is_one_line_too() throws Exception {
        get("/nowhere/secret?secret");
        get("/graphql?secret=1");

        assertThat(lines.list.stream().map(ILoggingEvent::getFormattedMessage))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("method=GET route=/{kind}/<slug> status=404 operation=- errors=NOT_FOUND"),
                        line -> assertThat(line)
                                .startsWith("method=GET route=/graphql status=400 operation=- errors=BAD_REQUEST"));
    }

    @Test
    void what_is_asked_all_the_time_is_not_logged() throws Exception {
        get("/health/live");
        get("/metrics");

        assertThat(lines.list).isEmpty();
    }

    @Test
    void the_trace_of_the_client_goes_on_in_the_answer() throws Exception {
        assertThat(ask("{ greet }", "").headers().firstValue("traceresponse"))
                .hasValueSatisfying(value -> assertThat(value).matches("00-" + TRACE + "-[0-9a-f]{16}-01"));
        assertThat(get("/health/live").headers().firstValue("traceresponse"))
                .hasValueSatisfying(value -> assertThat(value).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00"));
    }

    private HttpResponse<String> ask(String query, String held) throws Exception {
        String path = "/graphql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve(path))
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
        if (!held.isEmpty()) {
            request.header("If-None-Match", held);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(server.address().resolve(path)).build(), BodyHandlers.ofString());
    }
}
