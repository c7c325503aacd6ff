package fr.jalon;

import fr.jalon.seed.SeedFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

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
}
