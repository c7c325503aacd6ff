package fr.jalon.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReplyTest {

    @Test
    void a_connection_that_jetty_takes_away_while_an_answer_is_sent_is_no_fault_of_the_server() {
        AtomicInteger sent = new AtomicInteger();
        HttpServletResponse response =
                answering(HttpServletResponse.class, Map.of("getOutputStream", new EndedConnection(sent)));
        Context context = answering(Context.class, Map.of("attribute", new byte[] {1, 2, 3}, "res", response));

        assertThatCode(() -> Reply.deliver(context)).doesNotThrowAnyException();
        assertThat(sent).hasValue(3);
    }

    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName())));
    }

    /** Fails as a write does whose buffer was released meanwhile. */
    private static final class EndedConnection extends ServletOutputStream {

        private final AtomicInteger sent;

        EndedConnection(AtomicInteger sent) {
            this.sent = sent;
        }

        @Override
        public void write(byte[] body) {
            sent.addAndGet(body.length);
            throw new IllegalArgumentException("newPosition > limit");
        }

        @Override
        public void write(int item) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
