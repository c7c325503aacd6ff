package fr.jalon.seed;

import fr.jalon.schema.Contract;
import fr.jalon.seed.file.SeedFile;
import fr.jalon.seed.file.SeedFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Small seeds under test, each a folder; those that need a document to cite get the base beside them. */
public final class SeedCases {

    public static final Contract CONTRACT = Contract.packaged();

    private static final Path ROOT = Path.of("src/test/resources/seed");

    private SeedCases() {}

    public static Path path(String name) {
        return ROOT.resolve(name);
    }

    static List<String> bad() {
        try (Stream<Path> folders = Files.list(ROOT.resolve("bad"))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Seed withBase(String name) {
        return seed(files(name));
    }

    public static Seed base() {
        return new Seed(CONTRACT, files("base"));
    }

    static Seed seed(List<SeedFile> files) {
        List<SeedFile> all = new ArrayList<>(files("base"));
        all.addAll(files);
        return new Seed(CONTRACT, all);
    }

    public static List<SeedFile> files(String name) {
        return SeedFolder.files(ROOT.resolve(name));
    }

    /** The good seed with a text of its plan replaced, which must be there. */
    public static Seed goodWith(String text, String replacement) {
        List<SeedFile> changed = new ArrayList<>();
        for (SeedFile file : files("good")) {
            changed.add(new SeedFile(file.path(), file.text().replace(text, replacement)));
        }
        if (changed.equals(files("good"))) {
            throw new IllegalArgumentException("the good seed does not hold " + text);
        }
        return seed(changed);
    }
}
