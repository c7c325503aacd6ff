package fr.jalon.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One connection that is kept alive, with a client that costs next to nothing: no threads, no header maps, no decoding.
 *
 * <p>It reads what this server sends, a status line, headers and a body of a told length, and nothing else.
 */
final class Connection implements AutoCloseable {

    private static final String END_OF_HEADERS = "\r\n\r\n";
    private static final String LENGTH = "content-length:";
    private static final int HEADER_BYTES = 4096;

    private final URI address;
    private final Socket socket;
    private final InputStream in;

    private Connection(URI address, Socket socket) throws IOException {
        this.address = address;
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    static Connection to(URI address) throws IOException {
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        return new Connection(address, socket);
    }

    /** The bytes of a POST, made once and sent often. */
    byte[] post(String path, byte[] body) {
        String head = "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                .formatted(path, address.getAuthority(), body.length);
        byte[] headers = head.getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[headers.length + body.length];
        System.arraycopy(headers, 0, request, 0, headers.length);
        System.arraycopy(body, 0, request, headers.length, body.length);
        return request;
    }

    /** Sends a request and returns the body of its answer, which must have status 200. */
    byte[] exchange(byte[] request) {
        try {
            socket.getOutputStream().write(request);
            return answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] answer() throws IOException {
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
        byte[] body = new byte[length(text(bytes, end).toLowerCase(Locale.ROOT))];
        System.arraycopy(bytes, start, body, 0, read - start);
        in.readNBytes(body, read - start, body.length - (read - start));
        return body;
    }

    private static int length(String headers) {
        if (!headers.startsWith("http/1.1 200")) {
            throw new IllegalStateException(headers);
        }
        int from = headers.indexOf(LENGTH) + LENGTH.length();
        int to = headers.indexOf('\r', from);
        return Integer.parseInt(
                headers.substring(from, to < 0 ? headers.length() : to).strip());
    }

    private static String text(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
