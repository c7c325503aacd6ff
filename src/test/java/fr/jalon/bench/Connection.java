package fr.jalon.bench;

import fr.jalon.bench.Clients.Client;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * One connection that is kept alive, with a client that costs next to nothing: no threads, no header maps, no decoding.
 *
 * <p>It reads what this server sends, a status line, headers and a body of a told length, and nothing else.
 */
final class Connection implements AutoCloseable {

    private static final String END_OF_HEADERS = "\r\n\r\n";
    private static final int HEADER_BYTES = 4096;

    private final URI address;
    private final Socket socket;
    private final InputStream in;

    private Connection(URI address, Socket socket) throws IOException {
        this.address = address;
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    static Connection to(URI address) {
        try {
            Socket socket = new Socket(address.getHost(), address.getPort());
            socket.setTcpNoDelay(true);
            return new Connection(address, socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Someone who posts some questions in turn, again and again. */
    static Client client(URI address, String path, List<Question> questions, String... headers) {
        Connection connection = to(address);
        List<byte[]> requests = questions.stream()
                .map(question -> connection.post(path, question.body(), headers))
                .toList();
        return new Client() {
            private int asked;

            @Override
            public void ask() {
                connection.exchange(requests.get(asked++ % requests.size()));
            }

            @Override
            public void close() {
                connection.close();
            }
        };
    }

    /** The bytes of a GET. */
    byte[] get(String path) {
        return "GET %s HTTP/1.1\r\nHost: %s\r\n\r\n"
                .formatted(path, address.getAuthority())
                .getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The bytes of a POST, made once and sent often.
     *
     * @param headers more lines of the head, each with its end
     */
    byte[] post(String path, byte[] body, String... headers) {
        String head = "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\n%sContent-Length: %s\r\n\r\n"
                .formatted(path, address.getAuthority(), String.join("", headers), body.length);
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[start.length + body.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        return request;
    }

    /** Sends a request and returns its answer, which must have status 200 or 304. */
    Reply exchange(byte[] request) {
        try {
            socket.getOutputStream().write(request);
            Reply reply = answer();
            if (reply.status() != 200 && reply.status() != 304) {
                throw new IllegalStateException("status " + reply.status() + ": " + reply.text());
            }
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply answer() throws IOException {
        byte[] bytes = new byte[HEADER_BYTES];
        int read = 0;
        int end = -1;
        while (end < 0) {
            int more = in.read(bytes, read, bytes.length - read);
            if (more <= 0) {
                throw new EOFException("the answer ends within its headers");
            }
            read += more;
            end = text(bytes, read).indexOf(END_OF_HEADERS);
        }
        int start = end + END_OF_HEADERS.length();
        String head = text(bytes, end);
        Optional<String> length = new Reply(head, new byte[0]).header("content-length");
        byte[] body = new byte[length.map(Integer::parseInt).orElse(0)];
        System.arraycopy(bytes, start, body, 0, read - start);
        in.readNBytes(body, read - start, body.length - (read - start));
        return new Reply(head, body);
    }

    private static String text(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
