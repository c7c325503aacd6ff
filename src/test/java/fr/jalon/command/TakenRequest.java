package fr.jalon.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request that the server has begun to read, and whose answer is still to come. */
record TakenRequest(Socket socket) implements AutoCloseable {

    static TakenRequest by(URI address, String body) throws IOException {
        Socket socket = new Socket(address.getHost(), address.getPort());
        String head = """
                POST /graphql HTTP/1.1\r
                Host: %s\r
                Content-Type: application/json\r
                Content-Length: %s\r
                Expect: 100-continue\r
                Connection: close\r
                \r
                """.formatted(address.getAuthority(), body.length());
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        byte[] goOn = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(socket.getInputStream().readNBytes(goOn.length)).isEqualTo(goOn);
        socket.getOutputStream().write(body.getBytes(StandardCharsets.US_ASCII));
        return new TakenRequest(socket);
    }

    String answer() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
