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
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The graph that a command reads and leaves as it is, whatever seed it holds.
 *
 * <p>Where none was made yet and nobody said where to look for one, there is a passing one of the seed.
 */
final class ReadGraph {

    private final CommandSpec command;
    private final GraphHome home;
    private final SeedOptions seed;
    private final boolean folderNamed;

    ReadGraph(CommandSpec command, GraphOptions graph, SeedOptions seed) {
        this.command = command;
        this.home = graph.home();
        this.seed = seed;
        this.folderNamed = GraphOptions.nameFolder(command.commandLine().getParseResult());
    }

    /** A graph that is open. */
    record Opened(OpenGraph application, AutoCloseable graph) implements AutoCloseable {
        @Override
        public void close() {
            if (graph instanceof PassingGraph passing) {
                passing.close();
            } else {
                application.close();
            }
        }
    }

    /** Whether the home is a folder with a graph, as far as its files tell, or a server. */
    static boolean exists(GraphHome home) {
        return !(home instanceof GraphHome.Embedded embedded)
                || Files.isDirectory(embedded.folder().resolve("data/databases/neo4j"));
    }

    /** The server that has the graph open, if its seed may be asked; fails with {@link UnfitGraphException} if not. */
    Optional<RunningServer> server(Contract contract) {
        if (!(home instanceof GraphHome.Embedded embedded)) {
            return Optional.empty();
        }
        Optional<RunningServer> server = RunningServer.of(embedded.folder());
        server.ifPresent(running -> requireSeed(running.revision(), contract));
        return server;
    }

    /** Opens it; fails with {@link UsageException} where there is none and {@link UnfitGraphException} where it is another. */
    Opened open(Contract contract, GraphSettings settings) {
        if (!exists(home)) {
            return passing(contract, settings);
        }
        OpenGraph application = OpenGraph.open(home, settings, StatementListener.silent());
        try {
            Revision revision = application.revision();
            requireLoaded(revision);
            requireRules(revision, contract);
            requireSeed(revision, contract);
            return new Opened(application, application);
        } catch (RuntimeException | Error e) {
            application.close();
            throw e;
        }
    }

    private Opened passing(Contract contract, GraphSettings settings) {
        if (folderNamed) {
            throw new UsageException(
                    "--data: %s holds no graph; `jalon load %s` makes one there".formatted(folder(), option()));
        }
        PassingGraph passing = PassingGraph.of(seed.seed(contract), settings);
        return new Opened(passing.application(), passing);
    }

    private void requireLoaded(Revision revision) {
        if (!revision.isLoaded()) {
            throw new UnfitGraphException(
                    "The graph %s is empty: `jalon load %s` fills it.".formatted(place(), option()));
        }
    }

    /** A graph that does not say by which rules it was made was made by those, if its seed is one that we can read. */
    private void requireRules(Revision revision, Contract contract) {
        if (!revision.rules().equals(Seed.rules(contract))
                && Stream.concat(seed.atHand(contract).stream(), Stream.of(Seed.packaged(contract)))
                        .noneMatch(each -> each.checksum().equals(revision.seed()))) {
            throw new UnfitGraphException(
                    "The graph %s was made by another version of the contract, so that answers could be wrong: `jalon load %s` brings it up to date."
                            .formatted(place(), option()));
        }
    }

    private void requireSeed(Revision revision, Contract contract) {
        Revision wanted = seed.atHand(contract).map(SeedLoader::revision).orElse(revision);
        if (wanted.seed().equals(revision.seed())) {
            return;
        }
        String difference = "the graph %s holds the seed of %s, not that of %s"
                .formatted(place(), revision.title(), wanted.title());
        if (SeedOptions.nameFolder(command.commandLine().getParseResult())) {
            throw new UnfitGraphException(
                    "%s; `jalon load %s --seed %s` loads that, and without --seed the graph is asked as it is"
                            .formatted(difference, option(), wanted.origin()));
        }
        command.commandLine().getErr().println("jalon: %s; `jalon load %s` loads that".formatted(difference, option()));
    }

    private Path folder() {
        return ((GraphHome.Embedded) home).folder();
    }

    private String place() {
        return home instanceof GraphHome.Remote remote ? "at " + remote.address() : "in " + folder();
    }

    private String option() {
        return home instanceof GraphHome.Remote remote ? "--neo4j " + remote.address() : "--data " + folder();
    }
}
