package fr.jalon.command;

import fr.jalon.neo4j.GraphHome;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the graph lives: embedded in a folder, or on a Neo4j elsewhere. */
final class GraphOptions {

    private static final String NEO4J = "--neo4j";
    private static final String PASSWORD_FILE = "--neo4j-password-file";
    private static final String PASSWORD = "JALON_NEO4J_PASSWORD";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

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
            converter = OptionValues.Port.class,
            description = "Loopback port on which other tools reach the embedded graph over Bolt"
                    + " (JALON_BOLT_PORT; default: any free port).")
    private int boltPort = GraphHome.FREE_PORT;

    @Option(
            names = "--page-cache",
            paramLabel = "MIB",
            defaultValue = "${env:JALON_PAGE_CACHE:-64}",
            converter = OptionValues.Limit.class,
            description =
                    "Memory outside of the heap for the files of the embedded graph (JALON_PAGE_CACHE; default: 64).")
    private int pageCache;

    @Option(
            names = NEO4J,
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
            names = PASSWORD_FILE,
            paramLabel = "FILE",
            defaultValue = "${env:JALON_NEO4J_PASSWORD_FILE}",
            description = "File that holds the password of that user (JALON_NEO4J_PASSWORD_FILE;"
                    + " or the password itself in JALON_NEO4J_PASSWORD).")
    private @Nullable Path passwordFile;

    /** Whether somebody named the folder, rather than left it to the default. */
    boolean nameFolder() {
        return new OptionSources(command).isGiven("--data");
    }

    /** The place the options name; fails with {@link CommandException.Usage} where they name several. */
    GraphHome home() {
        requireOnePlace(new OptionSources(command));
        Memory.requireMachine("--page-cache", pageCache);
        return neo4j == null ? new GraphHome.Embedded(data, boltPort, (long) pageCache << 20) : remote(neo4j);
    }

    private static void requireOnePlace(OptionSources sources) {
        for (String embedded : List.of("--data", "--bolt-port", "--page-cache")) {
            sources.refuseBeside(embedded, NEO4J, "which names a graph elsewhere");
        }
        sources.refuseWithout("--neo4j-user", NEO4J);
        sources.refuseWithout(PASSWORD_FILE, NEO4J);
        if (sources.isGiven(PASSWORD_FILE)
                && !sources.isInCommandLine(PASSWORD_FILE)
                && System.getenv(PASSWORD) != null) {
            throw new CommandException.Usage(
                    "%s: found beside %s_FILE; drop one of the two".formatted(PASSWORD, PASSWORD));
        }
    }

    /** What is no address is not shown, for it may hold a password. */
    private GraphHome remote(String address) {
        try {
            URI uri = new URI(address.strip());
            if (uri.getPort() > OptionValues.MOST_PORT) {
                throw new CommandException.Usage(
                        "--neo4j: found the port %s, expected one from 0 to 65535".formatted(uri.getPort()));
            }
            return new GraphHome.Remote(uri, user, password());
        } catch (URISyntaxException e) {
            throw new CommandException.Usage(
                    "--neo4j: found what is no address, expected one such as bolt://127.0.0.1:7687");
        } catch (IllegalArgumentException e) {
            throw new CommandException.Usage("--neo4j: " + e.getMessage());
        }
    }

    private String password() {
        if (passwordFile == null) {
            String password = System.getenv(PASSWORD);
            return password == null ? "" : password;
        }
        try {
            String password = Files.readString(passwordFile).strip();
            if (!password.isEmpty()) {
                return password;
            }
        } catch (IOException e) {
            throw noPassword("cannot be read");
        }
        throw noPassword("is empty");
    }

    private CommandException.Usage noPassword(String found) {
        return new CommandException.Usage(
                "%s: %s %s, expected a file that holds the password".formatted(PASSWORD_FILE, passwordFile, found));
    }
}
