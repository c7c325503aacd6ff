package fr.jalon.seed;

import fr.jalon.schema.Checksum;
import fr.jalon.schema.Contract;
import fr.jalon.seed.check.SeedChecks;
import fr.jalon.seed.file.SeedFile;
import fr.jalon.seed.file.SeedFileReader;
import fr.jalon.seed.file.SeedFolder;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.RecordKeys;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The facts that the seed files state; they are read when they are first asked for. */
public final class Seed {

    /** Part of every checksum; a change of how files become a graph changes it, so that graphs are loaded anew. */
    private static final String FORM = "2";

    private final Contract contract;
    private final List<SeedFile> files;
    private @Nullable Reading reading;

    private record Reading(SeedDraft draft, List<SeedProblem> problems) {}

    /** The seed of these files, read by this contract. */
    public Seed(Contract contract, List<SeedFile> files) {
        this.contract = contract;
        this.files = files;
    }

    /** The seed of a folder; throws {@link java.io.UncheckedIOException} when the folder cannot be read. */
    public static Seed of(Path folder, Contract contract) {
        return new Seed(contract, SeedFolder.files(folder));
    }

    /** The seed that comes with the program. */
    public static Seed packaged(Contract contract) {
        return new Seed(contract, SeedFolder.packagedFiles());
    }

    /** Whether there is no file at all. */
    public boolean isEmpty() {
        return files.isEmpty();
    }

    /** SHA-256 of all files and the contract, in hexadecimal; seeds with the same checksum make the same graph. */
    public String checksum() {
        Stream<String> texts = files.stream().flatMap(file -> Stream.of(file.path(), file.text()));
        return Checksum.of(
                Stream.concat(Stream.of(FORM, contract.checksum()), texts).toArray(String[]::new));
    }

    /** Every problem of every file, by file and line; none when the seed can be loaded. */
    public List<SeedProblem> check() {
        return reading().problems();
    }

    /** How many records of each type the files hold, nested ones included, by the type's name. */
    public SortedMap<String, Integer> counts() {
        SortedMap<String, Integer> counts = new TreeMap<>();
        reading().draft().records().forEach(each -> counts.merge(each.type().name(), 1, Integer::sum));
        return counts;
    }

    /** Throws {@link InvalidSeedException} when there is a problem. */
    public void requireSound() {
        if (!check().isEmpty()) {
            throw new InvalidSeedException(check());
        }
    }

    /** Every record, nested ones included, whether or not there are problems. */
    public SeedDraft draft() {
        return reading().draft();
    }

    /** The contract that the files are read by. */
    public Contract contract() {
        return contract;
    }

    private synchronized Reading reading() {
        Reading known = reading;
        if (known == null) {
            known = read();
            reading = known;
        }
        return known;
    }

    private Reading read() {
        Problems problems = new Problems();
        SeedDraft draft = new SeedDraft();
        RecordKeys keys = new RecordKeys(contract);
        SeedFileReader reader = new SeedFileReader(contract, keys, draft, problems);
        boolean readable = true;
        for (SeedFile file : files) {
            readable &= reader.read(file);
        }
        if (!readable) {
            // What an unreadable file defines is unknown, and every reference to it would seem wrong.
            return new Reading(draft, problems.sorted());
        }
        new SeedChecks(contract, keys, draft, problems).run();
        return new Reading(draft, problems.sorted());
    }
}
