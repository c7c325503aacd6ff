package fr.jalon.seed;

import fr.jalon.schema.Contract;
import fr.jalon.seed.sheet.Spreadsheet;
import fr.jalon.seed.sheet.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A roadmap that a ministry delivers as a spreadsheet, read and checked together with the seed it is to join. */
public final class Delivery {

    private final Path folder;
    private final List<SeedProblem> problems;
    private final List<SeedFile> changed;
    private final List<String> changes;

    private Delivery(Path folder, List<SeedProblem> problems, List<SeedFile> changed, List<String> changes) {
        this.folder = folder;
        this.problems = problems;
        this.changed = changed;
        this.changes = changes;
    }

    /** Reads a spreadsheet for a roadmap of a seed folder; throws {@code SheetException} when it is none. */
    public static Delivery of(Path file, String roadmap, Path folder, Contract contract) {
        Table table = Spreadsheet.read(file, DeliveryTemplate.ACTIONS);
        String name = String.valueOf(file.getFileName());
        return of(name, table, roadmap, folder, SeedFolder.files(folder), contract);
    }

    static Delivery of(String name, Table table, String roadmap, Path folder, List<SeedFile> files, Contract contract) {
        Problems problems = new Problems();
        DeliveredFiles delivered = new DeliveredFiles(roadmap, files);
        delivered.refuseHandwritten(problems);
        Seed base = new Seed(contract, delivered.others());
        DeliveryReader.Delivered read = new DeliveryReader(roadmap, contract, base.draft(), problems).read(name, table);
        List<SeedFile> changed = delivered.with(base.draft(), read, table, problems);
        if (!problems.sorted().isEmpty()) {
            return new Delivery(folder, problems.sorted(), List.of(), List.of());
        }
        Seed joined = new Seed(contract, delivered.joined(changed));
        return new Delivery(folder, joined.check(), changed, delivered.changes(changed));
    }

    /** Everything that keeps it from being imported, by file and row; none when it can be. */
    public List<SeedProblem> problems() {
        return problems;
    }

    /** One line for each action that is new, changed or gone, and for each file to be written. */
    public List<String> changes() {
        return changes;
    }

    List<SeedFile> changed() {
        return changed;
    }

    /** Writes the seed files that change, or nothing when there is a problem; throws {@link UncheckedIOException}. */
    public void write() {
        if (!problems.isEmpty()) {
            throw new InvalidSeedException(problems);
        }
        Map<Path, Path> drafts = new LinkedHashMap<>();
        try {
            for (SeedFile each : changed) {
                Path target = folder.resolve(each.path());
                Files.createDirectories(target.resolveSibling(""));
                Path draft = target.resolveSibling(target.getFileName() + ".new");
                drafts.put(draft, target);
                Files.writeString(draft, each.text());
            }
            for (Map.Entry<Path, Path> each : drafts.entrySet()) {
                Files.move(each.getKey(), each.getValue(), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Records of the text of an imported file, by id; each starts with its id. */
    static Map<String, String> records(String text) {
        Map<String, String> records = new TreeMap<>();
        List<String> parts = new ArrayList<>(List.of(text.split("(?m)^ {2}- id: ", -1)));
        parts.stream()
                .skip(1)
                .forEach(part -> records.put(part.lines().findFirst().orElse(""), part.strip()));
        return records;
    }
}
