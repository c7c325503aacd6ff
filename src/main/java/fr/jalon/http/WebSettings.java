package fr.jalon.http;

import fr.jalon.http.documents.DocumentSettings;
import java.time.Duration;
import java.util.List;

/**
 * Where the web server listens and what it puts up with.
 *
 * @param host the address to listen on
 * @param port the port, or 0 for any that is free
 * @param maxBodyBytes the largest request body that is read
 * @param grace how long running requests may take to end once the server is asked to stop
 * @param maxAge how long a client may use an answer to a GET again without asking whether it still holds
 * @param documents which documents clients may ask without sending them
 * @param load how many operations it takes on
 * @param origins other servers whose pages may ask this one, as {@code https://host}, or {@code *} for all
 * @param explain whether its editor offers to show the statements that answer a request
 * @param access who may read, and by what callers are known
 */
public record WebSettings(
        String host,
        int port,
        int maxBodyBytes,
        Duration grace,
        Duration maxAge,
        DocumentSettings documents,
        Gate.Settings load,
        List<String> origins,
        boolean explain,
        AccessSettings access) {

    /** Loopback, port 8080, bodies up to 1 MiB, 20 seconds of grace, every answer asked for again. */
    public static WebSettings defaults() {
        return new WebSettings(
                "127.0.0.1",
                8080,
                1 << 20,
                Duration.ofSeconds(20),
                Duration.ZERO,
                DocumentSettings.defaults(),
                Gate.Settings.defaults(),
                List.of(),
                false,
                AccessSettings.open());
    }

    /** The same settings at another address. */
    public WebSettings withAddress(String otherHost, int otherPort) {
        return new WebSettings(
                otherHost, otherPort, maxBodyBytes, grace, maxAge, documents, load, origins, explain, access);
    }

    /** The same settings on another port. */
    public WebSettings withPort(int other) {
        return withAddress(host, other);
    }

    /** The same settings with another limit for request bodies, in bytes. */
    public WebSettings withMaxBody(int bytes) {
        return new WebSettings(host, port, bytes, grace, maxAge, documents, load, origins, explain, access);
    }

    /** The same settings with another time to stop. */
    public WebSettings withGrace(Duration other) {
        return new WebSettings(host, port, maxBodyBytes, other, maxAge, documents, load, origins, explain, access);
    }

    /** The same settings with another time for which answers may be used again. */
    public WebSettings withMaxAge(Duration other) {
        return new WebSettings(host, port, maxBodyBytes, grace, other, documents, load, origins, explain, access);
    }

    /** The same settings with other documents. */
    public WebSettings withDocuments(DocumentSettings other) {
        return new WebSettings(host, port, maxBodyBytes, grace, maxAge, other, load, origins, explain, access);
    }

    /** The same settings with another load. */
    public WebSettings withLoad(Gate.Settings other) {
        return new WebSettings(host, port, maxBodyBytes, grace, maxAge, documents, other, origins, explain, access);
    }

    /** The same settings with other servers whose pages may ask. */
    public WebSettings withOrigins(List<String> others) {
        return new WebSettings(host, port, maxBodyBytes, grace, maxAge, documents, load, others, explain, access);
    }

    /** The same settings with an editor that offers to show statements, or not. */
    public WebSettings withExplain(boolean other) {
        return new WebSettings(host, port, maxBodyBytes, grace, maxAge, documents, load, origins, other, access);
    }

    /** The same settings with another access. */
    public WebSettings withAccess(AccessSettings other) {
        return new WebSettings(host, port, maxBodyBytes, grace, maxAge, documents, load, origins, explain, other);
    }
}
