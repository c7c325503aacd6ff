package fr.jalon.http;

import fr.jalon.access.Authentication;
import fr.jalon.execution.GraphQlEngine;
import fr.jalon.http.observation.Meter;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running web server; closing it lets running requests end and takes no new ones. */
public final class WebServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    /** Whether requests are answered on virtual threads, as they are from Java 21 on. */
    private static final boolean VIRTUAL_THREADS = Runtime.version().feature() >= 21;

    /** Read by the virtual machine when the first virtual thread starts. */
    private static final String CARRIERS = "jdk.virtualThreadScheduler.parallelism";

    /** Room for a query in the address of a GET. */
    private static final int MAX_HEADER_BYTES = 32 * 1024;

    private static final long IDLE_CONNECTION_GRACE_MILLIS = 100;

    private final Javalin javalin;
    private final URI address;

    private WebServer(Javalin javalin, URI address) {
        this.javalin = javalin;
        this.address = address;
    }

    /**
     * Starts to serve.
     *
     * @param engine answers what comes to {@code /graphql}
     * @param site what is served beside the answers
     * @param authentication of whoever brings a credential
     * @param readiness asked at each call of {@code /health/ready}
     * @param meters what other rooms count, asked at each call of {@code /metrics}
     * @throws ListenException if the address cannot be listened on
     */
    public static WebServer start(
            WebSettings settings,
            GraphQlEngine engine,
            Site site,
            Authentication authentication,
            Supplier<Readiness> readiness,
            Supplier<List<Meter>> meters) {
        CompletableFuture<URI> listening = new CompletableFuture<>();
        Routes routes =
                new Routes(engine, settings, site, new Access(authentication, listening::join), readiness, meters);
        Javalin javalin = Javalin.create(config -> {
            configure(config, settings);
            routes.addTo(config.routes);
        });
        try {
            javalin.start();
        } catch (JavalinException e) {
            throw ListenException.of(settings, e);
        }
        URI address = uri(settings.host(), javalin.port());
        listening.complete(address);
        return new WebServer(javalin, address);
    }

    /** Finds out early, before anything is begun, whether the port is taken; fails with {@link ListenException}. */
    public static void requireFree(WebSettings settings) {
        try (ServerSocket probe = new ServerSocket()) {
            ListenException.listen(probe, new InetSocketAddress(settings.host(), settings.port()));
        } catch (IOException e) {
            throw ListenException.of(settings, e);
        }
    }

    /** Where it listens, as {@code http://127.0.0.1:8080}. */
    public URI address() {
        return address;
    }

    @Override
    public void close() {
        try {
            javalin.stop();
        } catch (JavalinException e) {
            LOG.warn("Requests were still running when the time to end them was over; they were cut off");
        }
    }

    /**
     * Who is asking.
     *
     * @param address where the server listens, once it does
     */
    record Access(Authentication authentication, Supplier<URI> address) {}

    private static URI uri(String host, int port) {
        String bracketed = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://%s:%s".formatted(bracketed, port));
    }

    private static void configure(JavalinConfig config, WebSettings settings) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        // Answers are compressed before their length is told, which Javalin's own compression cannot.
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.concurrency.useVirtualThreads = VIRTUAL_THREADS;
        settings.load().cores().ifPresent(WebServer::leaveCoresToOperations);
        config.router.javaLangErrorHandler((response, error) -> LOG.error("A request failed", error));
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(settings.grace().toMillis());
            server.insertHandler(new GracefulHandler());
            server.setErrorHandler(new Refusals.TransportErrors());
        });
        config.jetty.addConnector((server, http) -> connector(server, http, settings));
    }

    /**
     * Lets virtual threads take half of the cores where operations have threads of their own; with more of them, a client
     * that asks again at once keeps others waiting. Told by whoever starts the program, the number stays.
     */
    private static void leaveCoresToOperations(int cores) {
        if (System.getProperty(CARRIERS) == null) {
            System.setProperty(CARRIERS, String.valueOf(Gate.half(cores)));
        }
    }

    private static Connector connector(Server server, HttpConfiguration http, WebSettings settings) {
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setShutdownIdleTimeout(IDLE_CONNECTION_GRACE_MILLIS);
        return connector;
    }
}
