package fr.jalon.bench;

import fr.jalon.bench.Clients.Client;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import java.net.URI;
import java.util.List;

/** The web server's library on a port of its own, answering every POST with the same bytes. */
final class BareServer implements AutoCloseable {

    private final Javalin javalin;

    private BareServer(Javalin javalin) {
        this.javalin = javalin;
    }

    static BareServer answering(byte[] answer) {
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.concurrency.useVirtualThreads = Runtime.version().feature() >= 21;
            config.http.compressionStrategy = CompressionStrategy.NONE;
            config.routes.post("/", context -> {
                context.bodyAsBytes();
                context.contentType("application/json")
                        .header("Content-Length", String.valueOf(answer.length))
                        .result(answer);
            });
        });
        return new BareServer(javalin.start("127.0.0.1", 0));
    }

    /** Someone who sends the question, to be answered the same in any case. */
    Client client(Question question) {
        return Connection.client(address(), "/", List.of(question));
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + javalin.port());
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
