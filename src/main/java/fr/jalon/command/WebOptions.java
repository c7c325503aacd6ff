package fr.jalon.command;

import fr.jalon.execution.DocumentCheck;
import fr.jalon.http.WebSettings;
import fr.jalon.neo4j.GraphHome;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the web server listens, and how it deals with its clients. */
final class WebOptions {

    private static final int MOST_PORT = 65535;
    private static final Pattern ORIGIN = Pattern.compile("\\*|https?://[^\\s/,?#@A-Z]+");

    @Option(
            names = "--host",
            defaultValue = "${env:JALON_HOST:-127.0.0.1}",
            description = "Address to listen on (JALON_HOST; default: 127.0.0.1).")
    private String host;

    @Option(
            names = "--port",
            defaultValue = "${env:JALON_PORT:-8080}",
            converter = BoundedNumber.Port.class,
            description = "Port to listen on (JALON_PORT; default: 8080).")
    private int port;

    @Option(
            names = "--max-body",
            paramLabel = "BYTES",
            defaultValue = "${env:JALON_MAX_BODY:-1048576}",
            converter = BoundedNumber.Limit.class,
            description = "Bytes of a request's body (JALON_MAX_BODY; default: 1048576).")
    private int maxBody;

    @Option(
            names = "--max-age",
            paramLabel = "SECONDS",
            defaultValue = "${env:JALON_MAX_AGE:-0}",
            converter = BoundedNumber.Amount.class,
            description = "Seconds a client may use an answer to a GET again before it asks whether the graph changed"
                    + " (JALON_MAX_AGE; default: 0).")
    private int maxAge;

    @Option(
            names = "--cors",
            paramLabel = "ORIGIN",
            split = ",",
            defaultValue = "${env:JALON_CORS}",
            description =
                    "Another server whose pages may ask this one, such as https://tableaux.example.fr, or * for all;"
                            + " may be there more than once (JALON_CORS, separated by commas; default: none).")
    private @Nullable List<String> origins;

    @Mixin
    private LoadOptions load;

    @Mixin
    private DocumentOptions documents;

    WebSettings settings() {
        return WebSettings.defaults()
                .withAddress(host(), port)
                .withMaxBody(maxBody)
                .withMaxAge(Duration.ofSeconds(maxAge))
                .withDocuments(documents.settings())
                .withLoad(load.settings())
                .withOrigins(origins());
    }

    /** An address of IPv6 may stand in brackets, as in an URI. */
    private String host() {
        String bare = host.strip().replaceFirst("^\\[(.*)]$", "$1");
        if (bare.isEmpty()) {
            throw new UsageException("--host: found \"%s\", expected an address such as 127.0.0.1".formatted(host));
        }
        return bare;
    }

    private List<String> origins() {
        List<String> given = origins == null
                ? List.of()
                : origins.stream().map(String::strip).toList();
        for (String origin : given) {
            if (!isOrigin(origin)) {
                throw new UsageException(
                        "--cors: found \"%s\", expected an origin such as https://tableaux.example.fr, or *"
                                .formatted(origin));
            }
        }
        return given;
    }

    private static boolean isOrigin(String text) {
        if (!ORIGIN.matcher(text).matches()) {
            return false;
        }
        try {
            URI origin = new URI(text);
            return text.equals("*") || (origin.getHost() != null && origin.getPort() <= MOST_PORT);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Mebibytes of the heap that are given away, by option. */
    Map<String, Integer> heap() {
        return Map.of("--persisted", documents.heap());
    }

    /** Fails with {@link UsageException} if the graph is to listen where the web server does. */
    void requireOtherPort(GraphHome home) {
        if (port != 0 && home instanceof GraphHome.Embedded embedded && embedded.boltPort() == port) {
            throw new UsageException(
                    "--bolt-port: found %s, which --port takes, too; expected another one".formatted(port));
        }
    }

    /** Whether there are documents that clients may ask by name. */
    boolean hasDocuments() {
        return !documents.settings().trusted().all().isEmpty();
    }

    /** Fails with {@link UsageException} if one of them could not be answered. */
    void check(DocumentCheck check) {
        documents.check(check);
    }
}
