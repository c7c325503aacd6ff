package fr.jalon.command;

import fr.jalon.schema.Contract;
import fr.jalon.seed.Seed;
import fr.jalon.seed.file.SeedFolder;
import fr.jalon.seed.source.SourceTexts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the seed files are that are read; the program carries a copy for who has none. */
final class SeedOptions {

    /** The folder of who names none. */
    private static final Path BESIDE = Path.of(SeedFolder.NAME);

    private static final String SEED_FOLDER = "the folder of the seed files";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--seed",
            paramLabel = "FOLDER",
            defaultValue = "${env:JALON_SEED}",
            description = "Folder of the seed files (JALON_SEED; default: graph-seed in the current folder,"
                    + " or else the copy in the program).")
    private @Nullable Path seed;

    @Option(
            names = "--sources",
            paramLabel = "FOLDER",
            defaultValue = "${env:JALON_SOURCES}",
            description = "Folder of the texts of the documents (JALON_SOURCES). The seed is compared with them,"
                    + " and citations have excerpts of them.")
    private @Nullable Path sources;

    /** The seed the options name. */
    Seed seed(Contract contract) {
        Seed files = files(contract);
        return sources == null ? files : files.with(texts(files, sources));
    }

    private static SourceTexts texts(Seed files, Path folder) {
        requireFolder("--sources", "the folder of the texts of the documents", folder);
        SourceTexts texts = SourceTexts.of(folder);
        if (files.documents().stream().allMatch(each -> texts.text(each).isEmpty())) {
            throw new CommandException.Usage(
                    "--sources: %s holds none of the texts; expected files with the checksums that the documents of the seed name"
                            .formatted(folder));
        }
        return texts;
    }

    private Seed files(Contract contract) {
        if (seed == null && !Files.isDirectory(BESIDE)) {
            return Seed.packaged(contract);
        }
        Path folder = seed == null ? BESIDE : seed;
        requireFolder("--seed", SEED_FOLDER, folder);
        Seed read = Seed.of(folder, contract);
        if (read.isEmpty()) {
            throw new CommandException.Usage(
                    "--seed: %s holds no seed file, none that ends in .yaml".formatted(folder));
        }
        return read;
    }

    /** Whether the command line names the folder, rather than the environment or nobody. */
    boolean nameFolder() {
        return new OptionSources(command).isInCommandLine("--seed");
    }

    /** The seed of the folder that is named or lies beside; none where only the program has one. */
    Optional<Seed> atHand(Contract contract) {
        return seed == null && !Files.isDirectory(BESIDE) ? Optional.empty() : Optional.of(seed(contract));
    }

    /** Says what is there instead. */
    private static void requireFolder(String option, String expected, Path folder) {
        if (Files.notExists(folder)) {
            throw new CommandException.Usage("%s: %s does not exist; expected %s".formatted(option, folder, expected));
        } else if (!Files.isDirectory(folder)) {
            throw new CommandException.Usage("%s: %s is a file; expected %s".formatted(option, folder, expected));
        }
    }

    /** Where the seed files are that a command changes; the copy in the program cannot be changed. */
    static final class Written {

        @Option(
                names = "--seed",
                paramLabel = "FOLDER",
                defaultValue = "${env:JALON_SEED}",
                description =
                        "Folder of the seed files to change (JALON_SEED; default: graph-seed in the current folder)."
                                + " The copy in the program cannot be changed; `jalon load` and `jalon export FOLDER` write it out.")
        private @Nullable Path seed;

        /** The folder the option names; throws {@link CommandException.Usage} where there is none. */
        Path folder() {
            if (seed == null && !Files.isDirectory(BESIDE)) {
                throw new CommandException.Usage(
                        "there is no folder %s here; expected --seed FOLDER with the seed files to change: those in the program cannot be"
                                        .formatted(BESIDE)
                                + " (`jalon load` and `jalon export FOLDER` write them out)");
            }
            Path folder = seed == null ? BESIDE : seed;
            requireFolder("--seed", SEED_FOLDER, folder);
            return folder;
        }
    }
}
