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
import fr.jalon.seed.record.SeedRecord;
import fr.jalon.seed.source.SourceTexts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The facts that the seed files state; they are read when they are first asked for. */
public final class Seed {

    /** Part of every checksum; a change of how files become a graph changes it, so that graphs are loaded anew. */
    private static final String FORM = "3";

    private final Contract contract;
    private final List<SeedFile> files;
    private final String origin;
    private final @Nullable Path folder;
    private final SourceTexts texts;
    private @Nullable Reading reading;

    private record Reading(SeedDraft draft, List<SeedProblem> problems) {}

    /** The seed of these files, read by this contract. */
    public Seed(Contract contract, List<SeedFile> files) {
        this(contract, files, "", null, SourceTexts.NONE);
    }

    private Seed(Contract contract, List<SeedFile> files, String origin, @Nullable Path folder, SourceTexts texts) {
        this.contract = contract;
        this.files = files;
        this.origin = origin;
        this.folder = folder;
        this.texts = texts;
    }

    /** The seed of a folder; throws {@link java.io.UncheckedIOException} when the folder cannot be read. */
    public static Seed of(Path folder, Contract contract) {
        return new Seed(contract, SeedFolder.files(folder), folder.toString(), folder, SourceTexts.NONE);
    }

    /** The seed that comes with the program. */
    public static Seed packaged(Contract contract) {
        return new Seed(contract, SeedFolder.packagedFiles(), "the program", null, SourceTexts.NONE);
    }

    /** The same seed, which is compared with the texts of its documents and whose citations have excerpts of them. */
    public Seed with(SourceTexts sources) {
        return new Seed(contract, files, origin, folder, sources);
    }

    /** The texts of its documents that are at hand. */
    public SourceTexts texts() {
        return texts;
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

    /** Checksum of all but the files that a graph depends on: the contract, and how files become a graph. */
    public static String rules(Contract contract) {
        return Checksum.of(FORM, contract.checksum());
    }

    /** Where the files were, in words; empty for files of no place. */
    public String origin() {
        return origin;
    }

    /** The folder of the files, if they are of one. */
    public Optional<Path> folder() {
        return Optional.ofNullable(folder);
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

    /** The documents that the files name. */
    public List<SeedRecord> documents() {
        return draft().records().stream()
                .filter(each -> each.type().name().equals(RecordKeys.DOCUMENT))
                .toList();
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
        new SeedChecks(contract, keys, draft, texts, problems).run();
        return new Reading(draft, problems.sorted());
    }
}
