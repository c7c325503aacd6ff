package fr.jalon.bench;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What a server sent. */
final class Reply {

    private static final int STATUS = "http/1.1 ".length();

    private final String head;
    private final byte[] body;

    /** The status line and the headers, and the body. */
    Reply(String head, byte[] body) {
        this.head = head;
        this.body = body;
    }

    int status() {
        return Integer.parseInt(head.substring(STATUS, STATUS + 3));
    }

    /** The value of a header, whose name is in lower case. */
    Optional<String> header(String name) {
        String start = "\r\n" + name + ":";
        int at = head.toLowerCase(Locale.ROOT).indexOf(start);
        if (at < 0) {
            return Optional.empty();
        }
        int end = head.indexOf('\r', at + start.length());
        return Optional.of(head.substring(at + start.length(), end < 0 ? head.length() : end)
                .strip());
    }

    byte[] body() {
        return body;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Whether it is a GraphQL answer that tells of an error. */
    boolean failed() {
        return text().contains("\"errors\"");
    }
}
