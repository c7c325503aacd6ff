package fr.jalon.bench;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import java.net.URI;

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

    URI address() {
        return URI.create("http://127.0.0.1:" + javalin.port());
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
