package fr.jalon;

import fr.jalon.schema.Contract;
import fr.jalon.seed.Seed;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

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
}
