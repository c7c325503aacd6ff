package fr.jalon.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PostBodyTest {

    private static final PostBody IMPATIENT = new PostBody(1_000, Duration.ofMillis(500));

    @Test
    void a_client_that_sends_byte_by_byte_is_not_waited_for_without_end() throws Exception {
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.post("/", PostBodyTest::read);
        });
        server.start("127.0.0.1", 0);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(
                    "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            drip(out, socket);

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 408").contains("The body took too long to come");
        } finally {
            server.stop();
        }
    }

    /** Goes on until the server answers or leaves. */
    private static void drip(OutputStream out, Socket socket) throws Exception {
        try {
            for (int i = 0; i < 200 && socket.getInputStream().available() == 0; i++) {
                out.write(' ');
                Thread.sleep(50);
            }
        } catch (SocketException left) {
            return;
        }
    }

    private static void read(Context context) {
        try {
            context.result(IMPATIENT.of(context));
        } catch (HttpFailure failure) {
            context.status(failure.status(AnswerType.JSON)).result(String.valueOf(failure.getMessage()));
        }
    }
}
