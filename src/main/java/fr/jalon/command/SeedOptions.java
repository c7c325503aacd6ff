package fr.jalon.command;

import fr.jalon.schema.Contract;
import fr.jalon.seed.Seed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** Where the seed files are that are read; the program carries a copy for who has none. */
final class SeedOptions {

    @Option(
            names = "--seed",
            paramLabel = "FOLDER",
            defaultValue = "${env:JALON_SEED}",
            description = "Folder of the seed files (JALON_SEED; default: graph-seed in the current folder,"
                    + " or else the copy in the program).")
    private @Nullable Path seed;

    /** The seed the options name. */
    Seed seed(Contract contract) {
        if (seed == null && !Files.isDirectory(SeedFolderOption.BESIDE)) {
            return Seed.packaged(contract);
        }
        Path folder = seed == null ? SeedFolderOption.BESIDE : seed;
        SeedFolderOption.requireFolder(folder);
        Seed read = Seed.of(folder, contract);
        if (read.isEmpty()) {
            throw new UsageException("--seed: %s holds no seed file, none that ends in .yaml".formatted(folder));
        }
        return read;
    }

    /** Whether the command line names the folder, rather than the environment or nobody. */
    static boolean nameFolder(ParseResult parsed) {
        return parsed.hasMatchedOption("--seed");
    }

    /** The seed of the folder that is named or lies beside; none where only the program has one. */
    Optional<Seed> atHand(Contract contract) {
        return seed == null && !Files.isDirectory(SeedFolderOption.BESIDE)
                ? Optional.empty()
                : Optional.of(seed(contract));
    }
}
