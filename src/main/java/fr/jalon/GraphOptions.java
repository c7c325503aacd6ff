package fr.jalon;

import fr.jalon.neo4j.GraphHome;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the graph lives: embedded in a folder, or on a Neo4j elsewhere. */
final class GraphOptions {

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "${env:JALON_DATA:-jalon-data}",
            description = "Folder of the embedded graph (JALON_DATA; default: jalon-data).")
    private Path data = Path.of("jalon-data");

    @Option(
            names = "--bolt-port",
            paramLabel = "PORT",
            defaultValue = "${env:JALON_BOLT_PORT:-0}",
            description = "Loopback port on which other tools reach the embedded graph over Bolt"
                    + " (JALON_BOLT_PORT; default: any free port).")
    private int boltPort = GraphHome.FREE_PORT;

    @Option(
            names = "--neo4j",
            paramLabel = "ADDRESS",
            defaultValue = "${env:JALON_NEO4J}",
            description =
                    "A Neo4j to use instead of the embedded graph: bolt://, neo4j:// or neo4j+s:// (JALON_NEO4J).")
    private @Nullable String neo4j;

    @Option(
            names = "--neo4j-user",
            paramLabel = "NAME",
            defaultValue = "${env:JALON_NEO4J_USER:-neo4j}",
            description = "User at that Neo4j (JALON_NEO4J_USER; default: neo4j).")
    private String user = "neo4j";

    @Option(
            names = "--neo4j-password-file",
            paramLabel = "FILE",
            defaultValue = "${env:JALON_NEO4J_PASSWORD_FILE}",
            description = "File that holds the password of that user (JALON_NEO4J_PASSWORD_FILE;"
                    + " or the password itself in JALON_NEO4J_PASSWORD).")
    private @Nullable Path passwordFile;

    /** The place the options name. */
    GraphHome home() {
        return neo4j == null || neo4j.isBlank()
                ? new GraphHome.Embedded(data, boltPort)
                : new GraphHome.Remote(address(neo4j), user, password());
    }

    private static URI address(String text) {
        try {
            URI address = new URI(text);
            if (address.getScheme() != null && address.getScheme().matches("(bolt|neo4j)(\\+s|\\+ssc)?")) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw unusable(text);
        }
        throw unusable(text);
    }

    private static UsageException unusable(String text) {
        return new UsageException(
                "--neo4j: found \"%s\", expected an address such as bolt://127.0.0.1:7687".formatted(text));
    }

    private String password() {
        if (passwordFile == null) {
            String password = System.getenv("JALON_NEO4J_PASSWORD");
            return password == null ? "" : password;
        }
        try {
            return Files.readString(passwordFile).strip();
        } catch (IOException e) {
            throw new UsageException("--neo4j-password-file: %s cannot be read".formatted(passwordFile));
        }
    }
}
