package fr.jalon.http;

import java.time.Duration;

/**
 * Where the web server listens and what it puts up with.
 *
 * @param host the address to listen on
 * @param port the port, or 0 for any that is free
 * @param maxBodyBytes the largest request body that is read
 * @param grace how long running requests may take to end once the server is asked to stop
 */
public record WebSettings(String host, int port, int maxBodyBytes, Duration grace) {

    /** Loopback, port 8080, bodies up to 1 MiB, 20 seconds of grace. */
    public static WebSettings defaults() {
        return new WebSettings("127.0.0.1", 8080, 1 << 20, Duration.ofSeconds(20));
    }

    /** The same settings on another port. */
    public WebSettings withPort(int other) {
        return new WebSettings(host, other, maxBodyBytes, grace);
    }
}
