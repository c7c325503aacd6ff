package fr.jalon.command;

import fr.jalon.http.WebSettings;
import fr.jalon.neo4j.GraphHome;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the web server listens, and how it deals with its clients. */
final class WebOptions {

    private static final Pattern ORIGIN = Pattern.compile("\\*|https?://[^\\s/,?#@A-Z]+");

    @Option(
            names = "--host",
            defaultValue = "${env:JALON_HOST:-127.0.0.1}",
            description = "Address to listen on (JALON_HOST; default: 127.0.0.1).")
    private String host;

    @Option(
            names = "--port",
            defaultValue = "${env:JALON_PORT:-8080}",
            converter = OptionValues.Port.class,
            description = "Port to listen on (JALON_PORT; default: 8080).")
    private int port;

    @Option(
            names = "--max-body",
            paramLabel = "BYTES",
            defaultValue = "${env:JALON_MAX_BODY:-1048576}",
            converter = OptionValues.Limit.class,
            description = "Bytes of a request's body (JALON_MAX_BODY; default: 1048576).")
    private int maxBody;

    @Option(
            names = "--max-age",
            paramLabel = "SECONDS",
            defaultValue = "${env:JALON_MAX_AGE:-0}",
            converter = OptionValues.Amount.class,
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

    WebSettings settings() {
        return WebSettings.defaults()
                .withAddress(host(), port)
                .withMaxBody(maxBody)
                .withMaxAge(Duration.ofSeconds(maxAge))
                .withOrigins(origins());
    }

    /** An address of IPv6 may stand in brackets, as in an URI. */
    private String host() {
        String bare = host.strip().replaceFirst("^\\[(.*)]$", "$1");
        if (bare.isEmpty()) {
            throw new CommandException.Usage(
                    "--host: found \"%s\", expected an address such as 127.0.0.1".formatted(host));
        }
        return bare;
    }

    private List<String> origins() {
        List<String> given = origins == null
                ? List.of()
                : origins.stream().map(String::strip).toList();
        if (given.contains("*") && given.stream().distinct().count() > 1) {
            throw new CommandException.Usage(
                    "--cors: found %s, of which * includes the others; expected * alone, or only them"
                            .formatted(String.join(",", given)));
        }
        for (String origin : given) {
            if (!isOrigin(origin)) {
                throw new CommandException.Usage(
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
            return text.equals("*") || (origin.getHost() != null && origin.getPort() <= OptionValues.MOST_PORT);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Bytes of a request's body that are read. */
    int bodyBytes() {
        return maxBody;
    }

    /** Fails with {@link CommandException.Usage} if the graph is to listen where the web server does. */
    void requireOtherPort(GraphHome home) {
        if (port != 0 && home instanceof GraphHome.Embedded embedded && embedded.boltPort() == port) {
            throw new CommandException.Usage(
                    "--bolt-port: found %s, which --port takes, too; expected another one".formatted(port));
        }
    }
}
