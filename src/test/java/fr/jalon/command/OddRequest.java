package fr.jalon.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A row of {@code http/odd-requests.yaml}, which says what each part means. */
record OddRequest(
        String name,
        @Nullable String method,
        @Nullable String path,
        @Nullable Map<String, String> headers,
        @Nullable String body,
        @Nullable String charset,
        int times,
        int length,
        @Nullable String raw,
        @Nullable Leave leave,
        boolean silence,
        String status) {

    private static final int PATIENCE_MILLIS = 300_000;
    private static final Pattern LONG = Pattern.compile("\\$(\\d+)");
    private static final Pattern HEAD = Pattern.compile("(?s)HTTP/1\\.1 (\\d{3}) .*?\r\n(.*?)\r\n\r\n(.*)");
    private static final Pattern TYPE = Pattern.compile("(?im)^Content-Type: ([^;\r]*)");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where the client goes away. */
    enum Leave {
        BODY,
        ANSWER
    }

    @Override
    public String toString() {
        return name;
    }

    /** Sends it, and fails unless the answer is as the row says; a client of that language asks. */
    void send(URI server, String language) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            write(socket, server, language);
            if (leave == Leave.BODY) {
                return;
            }
            InputStream input = socket.getInputStream();
            if (leave == Leave.ANSWER) {
                input.read();
                // Ends the connection at once, with what was not read.
                socket.setSoLinger(true, 0);
                return;
            }
            check(new String(read(input), StandardCharsets.UTF_8));
        }
    }

    private void write(Socket socket, URI server, String language) throws IOException {
        try {
            socket.getOutputStream().write(bytes(server, language));
            socket.getOutputStream().flush();
        } catch (IOException refusedMeanwhile) {
            // The answer may be there all the same.
        }
    }

    private static byte[] read(InputStream input) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            input.transferTo(answer);
        } catch (java.net.SocketException reset) {
            // What came before it counts.
        }
        return answer.toByteArray();
    }

    private void check(String answer) throws IOException {
        if (silence && answer.isEmpty()) {
            return;
        }
        Matcher parts = HEAD.matcher(answer);
        assertThat(parts.matches()).as("%s: %s", name, answer).isTrue();
        assertThat(parts.group(1)).as("%s: %s", name, answer).matches(status);
        Matcher type = TYPE.matcher(parts.group(2));
        if ("HEAD".equals(method) || parts.group(3).isEmpty()) {
            return;
        }
        assertThat(type.find()).as("%s: %s", name, answer).isTrue();
        assertThat(type.group(1)).as(name).matches("application/(graphql-response\\+)?json|text/(html|plain|markdown)");
        if (type.group(1).endsWith("json")) {
            JSON.readTree(parts.group(3));
        }
        assertThat(parts.group(3)).as(name).doesNotContain("Exception", "\tat ", "fr.jalon", "MATCH (", "INTERNAL");
    }

    private byte[] bytes(URI server, String language) {
        if (raw != null) {
            return raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        }
        byte[] content = content();
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Host", server.getAuthority());
        all.put("Connection", "close");
        all.put("Accept-Language", language);
        if (body != null) {
            all.put("Content-Length", String.valueOf(length > 0 ? length : content.length));
        }
        all.putAll(headers != null ? headers : body != null ? Map.of("Content-Type", "application/json") : Map.of());
        StringBuilder head = new StringBuilder("%s %s HTTP/1.1\r\n"
                .formatted(Objects.requireNonNullElse(method, "POST"), Objects.requireNonNullElse(path, "/graphql")));
        all.forEach((header, value) ->
                head.append(header).append(": ").append(value).append("\r\n"));
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(lengthened(head.append("\r\n").toString()).getBytes(StandardCharsets.UTF_8));
        request.writeBytes(content);
        return request.toByteArray();
    }

    private byte[] content() {
        String text = Objects.requireNonNullElse(body, "").repeat(Math.max(1, times));
        return text.getBytes(charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset));
    }

    private static String lengthened(String text) {
        return LONG.matcher(text).replaceAll(found -> "x".repeat(Integer.parseInt(found.group(1))));
    }
}
