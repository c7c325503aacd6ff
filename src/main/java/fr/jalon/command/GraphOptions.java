package fr.jalon.command;

import fr.jalon.neo4j.GraphHome;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

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
            converter = BoundedNumber.Port.class,
            description = "Loopback port on which other tools reach the embedded graph over Bolt"
                    + " (JALON_BOLT_PORT; default: any free port).")
    private int boltPort = GraphHome.FREE_PORT;

    @Option(
            names = "--page-cache",
            paramLabel = "MIB",
            defaultValue = "${env:JALON_PAGE_CACHE:-64}",
            converter = BoundedNumber.Limit.class,
            description =
                    "Memory outside of the heap for the files of the embedded graph (JALON_PAGE_CACHE; default: 64).")
    private int pageCache;

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

    /** Whether somebody named the folder, rather than left it to the default. */
    static boolean nameFolder(ParseResult parsed) {
        return parsed.hasMatchedOption("--data") || System.getenv("JALON_DATA") != null;
    }

    /** The place the options name. */
    GraphHome home() {
        Memory.requireMachine("--page-cache", pageCache);
        return neo4j == null || neo4j.isBlank()
                ? new GraphHome.Embedded(data, boltPort, (long) pageCache << 20)
                : remote(neo4j);
    }

    private GraphHome remote(String address) {
        try {
            return new GraphHome.Remote(new URI(address), user, password());
        } catch (URISyntaxException e) {
            throw new UsageException("--neo4j: found what is no address, expected one such as bolt://127.0.0.1:7687");
        } catch (IllegalArgumentException e) {
            throw new UsageException("--neo4j: " + e.getMessage());
        }
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
