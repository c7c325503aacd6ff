package fr.jalon.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Runs {@code http/malformed.yaml}: requests as bytes, to a server with no limit to bodies but that of the machine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MalformedHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REQUEST_LINE = 0;

    private final Logger log = (Logger) LoggerFactory.getLogger("ROOT");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private @Nullable WebServer server;

    /** A row of the table. */
    record Case(
            String name,
            @Nullable String start,
            @Nullable List<String> head,
            @Nullable String body,
            int repeat,
            int status,
            @Nullable List<String> has) {

        /** The bytes; {@code <N>} stands for as many letters as the row says. */
        byte[] bytes() {
            StringBuilder text = new StringBuilder(Objects.requireNonNullElse(start, "POST /graphql HTTP/1.1"));
            Objects.requireNonNullElse(head, List.<String>of())
                    .forEach(line -> text.append("\r\n").append(line));
            text.append("\r\n\r\n").append(Objects.requireNonNullElse(body, ""));
            return text.toString().replace("<N>", "x".repeat(repeat)).getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    void start() {
        WebSettings settings = WebSettings.defaults().withPort(0).withMaxBody(Integer.MAX_VALUE);
        server = TestServer.start(settings, new TinyGraph(), TinyGraph.CONTRACT, () -> Readiness.WARM, List.of());
    }

    @AfterAll
    void stop() {
        Objects.requireNonNull(server).close();
    }

    @BeforeEach
    void listen() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void listenNoMore() {
        log.detachAppender(lines);
    }

    static List<Case> cases() throws IOException {
        try (InputStream table = MalformedHttpTest.class.getResourceAsStream("/http/malformed.yaml")) {
            return new YAMLMapper().readValue(table, new TypeReference<>() {});
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void what_comes_as_bytes_is_answered_or_refused_in_json_without_a_trace_in_the_log(Case row) throws Exception {
        String answer = answer(row.bytes());

        assertThat(answer.lines().toList().get(REQUEST_LINE)).startsWith("HTTP/1.1 " + row.status() + " ");
        Objects.requireNonNullElse(row.has(), List.<String>of())
                .forEach(text -> assertThat(answer).contains(text));
        if (row.status() >= 400) {
            JsonNode error = JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n")))
                    .path("errors")
                    .path(0);
            assertThat(error.path("message").textValue()).isNotBlank();
            assertThat(error.path("extensions").path("code").textValue()).isIn("BAD_REQUEST", "NOT_FOUND");
        }
        assertThat(lines.list)
                .noneMatch(line ->
                        line.getThrowableProxy() != null || line.getLevel().isGreaterOrEqual(Level.WARN));
        assertThat(answer("GET /health/live HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)))
                .startsWith("HTTP/1.1 200");
    }

    /** What comes back once all was sent and the client has nothing more to say. */
    private String answer(byte[] request) throws IOException {
        int port = Objects.requireNonNull(server).address().getPort();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
