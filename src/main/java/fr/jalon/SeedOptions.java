package fr.jalon;

import fr.jalon.schema.Contract;
import fr.jalon.seed.Seed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** Where the seed files are. */
final class SeedOptions {

    private static final Path BESIDE = Path.of("graph-seed");

    @Option(
            names = "--seed",
            paramLabel = "FOLDER",
            defaultValue = "${env:JALON_SEED}",
            description = "Folder of the seed files (JALON_SEED; default: graph-seed in the current folder,"
                    + " or else the copy in the program).")
    private @Nullable Path seed;

    /** The seed the options name. */
    Seed seed(Contract contract) {
        if (seed == null) {
            return Files.isDirectory(BESIDE) ? Seed.of(BESIDE, contract) : Seed.packaged(contract);
        }
        return Seed.of(folder(), contract);
    }

    /** Whether the command line names the folder, rather than the environment or nobody. */
    static boolean nameFolder(ParseResult parsed) {
        return parsed.hasMatchedOption("--seed");
    }

    /** The seed of the folder that is named or lies beside; none where only the program has one. */
    Optional<Seed> atHand(Contract contract) {
        return seed == null && !Files.isDirectory(BESIDE) ? Optional.empty() : Optional.of(seed(contract));
    }

    /** The folder the options name, for what writes seed files. */
    Path folder() {
        Path folder = seed == null ? BESIDE : seed;
        if (!Files.isDirectory(folder)) {
            throw new UsageException("--seed: %s is not a folder".formatted(folder));
        }
        return folder;
    }
}
