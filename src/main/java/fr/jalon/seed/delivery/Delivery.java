package fr.jalon.seed.delivery;

import fr.jalon.schema.Contract;
import fr.jalon.seed.InvalidSeedException;
import fr.jalon.seed.Seed;
import fr.jalon.seed.file.FolderChange;
import fr.jalon.seed.file.SeedFile;
import fr.jalon.seed.file.SeedFolder;
import fr.jalon.seed.file.WrittenRecords;
import fr.jalon.seed.record.Location;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedIndex;
import fr.jalon.seed.record.SeedProblem;
import fr.jalon.seed.sheet.Spreadsheet;
import fr.jalon.seed.sheet.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A roadmap that a ministry delivers as a spreadsheet, read and checked together with the seed it is to join. */
public final class Delivery {

    private final List<SeedFile> before;
    private final List<SeedProblem> problems;
    private final List<SeedFile> changed;
    private final List<String> changes;

    private Delivery(List<SeedFile> before, List<SeedProblem> problems, List<SeedFile> changed, List<String> changes) {
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
            return refused(seed.check());
        }
        Roadmap found = Roadmap.of(roadmap, seed.draft(), index);
        Table table = Spreadsheet.read(file, DeliveryTemplate.ACTIONS);
        return of(String.valueOf(file.getFileName()), table, found, seed, files);
    }

    private static Delivery of(String name, Table table, Roadmap roadmap, Seed seed, List<SeedFile> files) {
        Problems problems = new Problems();
        WrittenRecords written = new WrittenRecords(files);
        DeliveryDiff diff = diff(name, table, roadmap, seed, written, problems);
        requireSound(roadmap, seed, problems);
        requireUnit(name, table, diff, problems);
        RoadmapFiles texts = new RoadmapFiles(files, written, problems);
        if (problems.sorted().isEmpty()) {
            texts.apply(diff);
        }
        if (!problems.sorted().isEmpty()) {
            return refused(problems.sorted());
        }
        Seed joined = new Seed(seed.contract(), texts.joined());
        List<SeedProblem> left = joined.check().stream()
                .map(problem -> byRow(problem, name, joined.draft(), diff.delivered()))
                .map(problem -> ofRemoved(problem, name, diff.removed()))
                .toList();
        return left.isEmpty() ? new Delivery(files, left, texts.changed(), lines(diff, texts)) : refused(left);
    }

    private static DeliveryDiff diff(
            String name, Table table, Roadmap roadmap, Seed seed, WrittenRecords written, Problems problems) {
        DeliveryTemplate template = new DeliveryTemplate(seed);
        RoadmapSheet delivered = template.read(name, table, roadmap, problems);
        RoadmapSheet base = template.read(name, template.table(roadmap, delivered.columns()), roadmap, new Problems());
        DeliveryDiff.requireOwnLinks(base, delivered, seed.draft());
        return DeliveryDiff.of(roadmap, written, base, delivered);
    }

    /** Files that are to be changed have to be right; a delivery may mend what others lack. */
    private static void requireSound(Roadmap roadmap, Seed seed, Problems problems) {
        seed.check().stream()
                .filter(problem -> roadmap.files().contains(problem.file()))
                .forEach(problem -> problems.add(
                        new Location(problem.file(), problem.line()), problem.found(), problem.expected()));
    }

    /** Pages are pages and lines are lines. */
    private static void requireUnit(String name, Table table, DeliveryDiff diff, Problems problems) {
        String unit = diff.delivered().unit();
        String counted = diff.roadmap().unit().orElse(unit);
        if (!counted.equals(unit)) {
            int row = table.rows().isEmpty() ? 1 : table.rows().get(0).number();
            problems.add(
                    new Location(name, row),
                    "the column \"%s\"".formatted(unit.equals("LINE") ? "lignes" : "pages"),
                    "a document that counts %ss; %s counts each %s"
                            .formatted(
                                    unit.toLowerCase(Locale.ROOT),
                                    diff.roadmap().document(),
                                    counted.toLowerCase(Locale.ROOT)));
        }
    }

    private static List<String> lines(DeliveryDiff diff, RoadmapFiles texts) {
        List<String> lines = new ArrayList<>(diff.lines());
        texts.changed().forEach(file -> lines.add("file " + file.path()));
        return lines;
    }

    private static Delivery refused(List<SeedProblem> problems) {
        return new Delivery(List.of(), problems, List.of(), List.of());
    }

    /** The problem at the row that states the record, rather than at a line that is not written yet. */
    private static SeedProblem byRow(SeedProblem problem, String file, SeedDraft draft, RoadmapSheet delivered) {
        Optional<RoadmapSheet.Stated> stated = draft.records().stream()
                .filter(each -> each.type().key() == null)
                .filter(each -> each.location().file().equals(problem.file()))
                .filter(each -> each.location().line() <= problem.line())
                .max(Comparator.comparingInt(each -> each.location().line()))
                .flatMap(each -> delivered.find(each.id()));
        return stated.map(each -> new SeedProblem(
                        file, each.row().number(), "%s (%s)".formatted(problem.found(), each.id()), problem.expected()))
                .orElse(problem);
    }

    /** A record may be spoken of elsewhere when its row is gone. */
    private static SeedProblem ofRemoved(SeedProblem problem, String file, List<String> removed) {
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

    /**
     * Writes the files that change, or none; throws {@link java.io.UncheckedIOException} when one cannot be written.
     *
     * @param change of the folder, begun before the delivery was read
     */
    public void write(FolderChange change) {
        if (!problems.isEmpty()) {
            throw new InvalidSeedException(problems);
        }
        change.write(before, changed);
    }
}
