package fr.jalon.command;

import fr.jalon.fact.Revision;
import fr.jalon.neo4j.GraphHome;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.neo4j.StatementListener;
import fr.jalon.schema.Contract;
import fr.jalon.seed.Seed;
import fr.jalon.seed.load.SeedLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The graph that a command reads and leaves as it is, whatever seed it holds.
 *
 * <p>Where none was made yet and nobody said where to look for one, there is a temporary one of the seed.
 */
final class ReadGraph {

    private final CommandSpec command;
    private final GraphOptions graph;
    private final GraphHome home;
    private final SeedOptions seed;

    ReadGraph(CommandSpec command, GraphOptions graph, SeedOptions seed) {
        this.command = command;
        this.graph = graph;
        this.home = graph.home();
        this.seed = seed;
    }

    /** A graph that is open. */
    record Opened(OpenGraph graph, AutoCloseable owner) implements AutoCloseable {
        @Override
        public void close() {
            if (owner instanceof TemporaryGraph temporary) {
                temporary.close();
            } else {
                graph.close();
            }
        }
    }

    /** Whether the home is a folder with a graph, as far as its files tell, or a server. */
    static boolean exists(GraphHome home) {
        return !(home instanceof GraphHome.Embedded embedded)
                || Files.isDirectory(embedded.folder().resolve("data/databases/neo4j"));
    }

    /**
     * The server that has the graph open, if its seed may be asked; options that have no effect on it are named on standard
     * error. Fails with {@link CommandException.UnfitGraph} where the seed may not.
     */
    Optional<RunningServer> server(Contract contract) {
        Optional<RunningServer> server = server(home, command);
        server.ifPresent(running -> requireSeed(running.revision(), contract));
        return server;
    }

    /** The server that has a graph open, whatever its seed. */
    static Optional<RunningServer> server(GraphHome home, CommandSpec command) {
        if (!(home instanceof GraphHome.Embedded embedded)) {
            return Optional.empty();
        }
        Optional<RunningServer> server = RunningServer.of(embedded.folder());
        server.ifPresent(running -> new OptionSources(command)
                .noteWithoutEffect(
                        running.address().toString(),
                        List.of("limits", "transactions"),
                        "--bolt-port",
                        "--page-cache"));
        return server;
    }

    /** Whose graph another process has open, lets it be read over Bolt; one that is not there is not made. */
    static GraphHome reachable(GraphOptions graph, CommandSpec command) {
        GraphHome home = graph.home();
        if (!(home instanceof GraphHome.Embedded embedded)) {
            return home;
        }
        Path data = embedded.folder();
        if (!Files.isDirectory(data)) {
            throw new CommandException.Usage(
                    "--data: %s does not exist; expected the folder of a graph, which `jalon load --data %s` makes"
                            .formatted(data, data));
        } else if (!exists(home)) {
            throw new CommandException.UnfitGraph(
                    "the graph is empty; `jalon load --data %s` fills it".formatted(data));
        }
        return server(home, command)
                .<GraphHome>map(server -> new GraphHome.Remote(server.bolt(), "", ""))
                .orElse(home);
    }

    /**
     * Opens it; fails with {@link CommandException.Usage} where there is none and {@link CommandException.UnfitGraph} where
     * it is another.
     */
    Opened open(Contract contract, GraphSettings settings) {
        if (home instanceof GraphHome.Embedded embedded && !exists(home)) {
            return temporary(embedded, contract, settings);
        }
        OpenGraph opened = OpenGraph.open(home, settings, StatementListener.silent());
        try {
            Revision revision = opened.revision();
            requireLoaded(revision);
            requireRules(revision, contract);
            requireSeed(revision, contract);
            return new Opened(opened, opened);
        } catch (RuntimeException | Error e) {
            opened.close();
            throw e;
        }
    }

    private Opened temporary(GraphHome.Embedded missing, Contract contract, GraphSettings settings) {
        if (graph.nameFolder()) {
            throw new CommandException.Usage(
                    "--data: %s holds no graph; `jalon load %s` makes one there".formatted(missing.folder(), option()));
        }
        TemporaryGraph temporary = TemporaryGraph.of(seed.seed(contract), missing, settings);
        return new Opened(temporary.graph(), temporary);
    }

    private void requireLoaded(Revision revision) {
        if (!revision.isLoaded()) {
            throw new CommandException.UnfitGraph(
                    "The graph %s is empty: `jalon load %s` fills it.".formatted(place(), option()));
        }
    }

    /** A graph that does not say by which rules it was made was made by those, if its seed is one that we can read. */
    private void requireRules(Revision revision, Contract contract) {
        if (!revision.rules().equals(Seed.rules(contract))
                && Stream.concat(seed.atHand(contract).stream(), Stream.of(Seed.packaged(contract)))
                        .noneMatch(each -> each.checksum().equals(revision.seed()))) {
            throw new CommandException.UnfitGraph(
                    "The graph %s was made by another version of the contract, so that answers could be wrong: `jalon load %s` brings it up to date."
                            .formatted(place(), option()));
        }
    }

    private void requireSeed(Revision revision, Contract contract) {
        Revision wanted = seed.atHand(contract).map(SeedLoader::revision).orElse(revision);
        if (revision.satisfies(wanted)) {
            return;
        }
        String difference = "the graph %s holds the seed of %s, not that of %s"
                .formatted(place(), revision.title(), wanted.title());
        if (seed.nameFolder()) {
            throw new CommandException.UnfitGraph(
                    "%s; `jalon load %s --seed %s` loads that, and without --seed the graph is asked as it is"
                            .formatted(difference, option(), wanted.origin()));
        }
        command.commandLine().getErr().println("jalon: %s; `jalon load %s` loads that".formatted(difference, option()));
    }

    private String place() {
        return home instanceof GraphHome.Embedded embedded ? "in " + embedded.folder() : "at " + address();
    }

    private String option() {
        return home instanceof GraphHome.Embedded embedded ? "--data " + embedded.folder() : "--neo4j " + address();
    }

    private String address() {
        return ((GraphHome.Remote) home).address().toString();
    }
}
