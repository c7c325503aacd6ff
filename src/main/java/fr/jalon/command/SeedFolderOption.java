package fr.jalon.command;

import fr.jalon.seed.file.SeedFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the seed files are that a command changes; the copy in the program cannot be changed. */
final class SeedFolderOption {

    /** The folder of who names none. */
    static final Path BESIDE = Path.of(SeedFolder.NAME);

    @Option(
            names = "--seed",
            paramLabel = "FOLDER",
            defaultValue = "${env:JALON_SEED}",
            description =
                    "Folder of the seed files to change (JALON_SEED; default: graph-seed in the current folder)."
                            + " The copy in the program cannot be changed; `jalon load` and `jalon export FOLDER` write it out.")
    private @Nullable Path seed;

    /** The folder the option names; throws {@link UsageException} where there is none. */
    Path folder() {
        if (seed == null && !Files.isDirectory(BESIDE)) {
            throw new UsageException(
                    "there is no folder %s here; expected --seed FOLDER with the seed files to change: those in the program cannot be"
                                    .formatted(BESIDE)
                            + " (`jalon load` and `jalon export FOLDER` write them out)");
        }
        Path folder = seed == null ? BESIDE : seed;
        requireFolder(folder);
        return folder;
    }

    /** Says what is there instead. */
    static void requireFolder(Path folder) {
        if (Files.notExists(folder)) {
            throw new UsageException(
                    "--seed: %s does not exist; expected the folder of the seed files".formatted(folder));
        } else if (!Files.isDirectory(folder)) {
            throw new UsageException("--seed: %s is a file; expected the folder of the seed files".formatted(folder));
        }
    }
}
