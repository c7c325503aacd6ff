package fr.jalon.seed.delivery;

import fr.jalon.seed.file.FolderChange;
import fr.jalon.seed.file.SeedFile;
import fr.jalon.seed.file.SeedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Seed files in a folder where they may be changed. */
public final class SeedCopy {

    private SeedCopy() {}

    static Path of(Path seed, Path folder) throws IOException {
        for (SeedFile file : SeedFolder.files(seed)) {
            Path target = folder.resolve(file.path());
            Files.createDirectories(target.resolveSibling(""));
            Files.writeString(target, file.text());
        }
        return folder;
    }

    /** Takes a delivery into the seed files that it was read beside. */
    public static void write(Delivery delivery, Path seed) {
        try (FolderChange change = FolderChange.begin(seed)) {
            delivery.write(change);
        }
    }
}
