package fr.jalon.seed.delivery;

import fr.jalon.schema.Contract;
import fr.jalon.seed.InvalidSeedException;
import fr.jalon.seed.Seed;
import fr.jalon.seed.file.FolderChange;
import fr.jalon.seed.file.SeedFile;
import fr.jalon.seed.file.SeedFolder;
import fr.jalon.seed.file.WrittenRecords;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedIndex;
import fr.jalon.seed.record.SeedProblem;
import fr.jalon.seed.record.SeedRecord;
import fr.jalon.seed.record.Spot;
import fr.jalon.seed.sheet.Spreadsheet;
import fr.jalon.seed.sheet.Table;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A roadmap that a ministry delivers as a spreadsheet, read and checked together with the seed it is to join. */
public final class Delivery {

    private final Path folder;
    private final List<SeedFile> before;
    private final List<SeedProblem> problems;
    private final List<SeedFile> changed;
    private final List<String> changes;

    private Delivery(
            Path folder,
            List<SeedFile> before,
            List<SeedProblem> problems,
            List<SeedFile> changed,
            List<String> changes) {
        this.folder = folder;
        this.before = before;
        this.problems = problems;
        this.changed = changed;
        this.changes = changes;
    }

    /**
     * Reads a spreadsheet for a roadmap of a seed folder.
     *
     * @throws fr.jalon.seed.sheet.SheetException if it is none
     * @throws UnknownRoadmapException if the seed has no such roadmap
     */
    public static Delivery of(Path file, String roadmap, Path folder, Contract contract) {
        List<SeedFile> files = SeedFolder.files(folder);
        Seed seed = new Seed(contract, files);
        SeedIndex index = new SeedIndex(seed.draft());
        if (index.find(roadmap).isEmpty() && !seed.check().isEmpty()) {
            return refused(folder, seed.check());
        }
        SeedRecord plan = UnknownRoadmapException.find(index, roadmap);
        Table table = Spreadsheet.read(file, DeliveryTemplate.ACTIONS);
        return of(String.valueOf(file.getFileName()), table, plan, seed, files, folder);
    }

    private static Delivery of(
            String name, Table table, SeedRecord plan, Seed seed, List<SeedFile> files, Path folder) {
        Problems problems = new Problems();
        WrittenRecords written = new WrittenRecords(files);
        RoadmapDocument document = RoadmapDocument.of(plan, new SeedIndex(seed.draft()));
        DeliveryComparison comparison = DeliveryComparison.of(name, table, plan, seed, written, problems);
        requireSound(comparison.ids(), seed, problems);
        document.requireUnit(name, table, comparison.came(), problems);
        if (!problems.sorted().isEmpty()) {
            return refused(folder, problems.sorted());
        }
        RoadmapFiles texts = new RoadmapFiles(files, written, problems);
        DeliveredChanges changes = new DeliveredChanges(comparison, texts);
        changes.apply(plan, document);
        if (!problems.sorted().isEmpty()) {
            return refused(folder, problems.sorted());
        }
        Seed joined = new Seed(seed.contract(), texts.joined());
        List<SeedProblem> left = joined.check().stream()
                .map(problem -> byRow(problem, name, joined.draft(), comparison.came()))
                .map(problem -> ofRemoved(problem, name, changes.removed()))
                .toList();
        return left.isEmpty() ? new Delivery(folder, files, left, texts.changed(), changes.lines()) : refused(folder, left);
    }

    /** Files that are to be changed have to be right; a delivery may mend what others lack. */
    private static void requireSound(RoadmapIds ids, Seed seed, Problems problems) {
        seed.check().stream()
                .filter(problem -> ids.files().contains(problem.file()))
                .forEach(problem ->
                        problems.add(new Spot(problem.file(), problem.line()), problem.found(), problem.expected()));
    }

    private static Delivery refused(Path folder, List<SeedProblem> problems) {
        return new Delivery(folder, List.of(), problems, List.of(), List.of());
    }

    /** The problem at the row that tells the record, rather than at a line that is not written yet. */
    private static SeedProblem byRow(SeedProblem problem, String file, SeedDraft draft, Delivered came) {
        Optional<DeliveredRecord> told = draft.records().stream()
                .filter(each -> each.type().key() == null)
                .filter(each -> each.spot().file().equals(problem.file()))
                .filter(each -> each.spot().line() <= problem.line())
                .max(Comparator.comparingInt(each -> each.spot().line()))
                .flatMap(each -> came.find(each.id()));
        return told.map(each -> new SeedProblem(
                        file, each.row().number(), "%s (%s)".formatted(problem.found(), each.id()), problem.expected()))
                .orElse(problem);
    }

    /** A record may be spoken of elsewhere when its row is gone. */
    private static SeedProblem ofRemoved(SeedProblem problem, String file, Set<String> removed) {
        return removed.stream()
                .filter(id -> problem.found().startsWith(id + ","))
                .findFirst()
                .map(id -> new SeedProblem(
                        problem.file(),
                        problem.line(),
                        id + ", whose row is gone from " + file,
                        "a row for it, or what is said here taken out first"))
                .orElse(problem);
    }

    /** Everything that keeps it from being imported, by file and row; none when it can be. */
    public List<SeedProblem> problems() {
        return problems;
    }

    /** One line for each record that is new or gone, for each value that is other, and for each file to be written. */
    public List<String> changes() {
        return changes;
    }

    /** Writes the files that change, or none; throws {@link java.io.UncheckedIOException} when one cannot be written. */
    public void write() {
        try (FolderChange change = FolderChange.begin(folder)) {
            write(change);
        }
    }

    /** The same as part of a change of the folder that was begun before it was read. */
    public void write(FolderChange change) {
        if (!problems.isEmpty()) {
            throw new InvalidSeedException(problems);
        }
        change.write(before, changed);
    }
}
