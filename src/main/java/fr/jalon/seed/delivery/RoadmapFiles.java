package fr.jalon.seed.delivery;

import fr.jalon.seed.file.SeedFile;
import fr.jalon.seed.file.SeedFolder;
import fr.jalon.seed.file.SeedText;
import fr.jalon.seed.file.ShortPlaces;
import fr.jalon.seed.file.WrittenRecords;
import fr.jalon.seed.file.YamlWriter;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.SeedRecord;
import fr.jalon.seed.record.Spot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The texts of the seed files that hold a roadmap and its records, as a delivery changes them. */
final class RoadmapFiles {

    private static final String HEAD = "# yaml-language-server: $schema=../" + SeedFolder.SCHEMA;
    private static final String ORIGIN = "# From a spreadsheet; another import changes what the sheet says otherwise.";

    private final List<SeedFile> files;
    private final WrittenRecords written;
    private final Problems problems;
    private final Map<String, SeedText> texts = new LinkedHashMap<>();
    private final List<SeedFile> fresh = new ArrayList<>();

    RoadmapFiles(List<SeedFile> files, WrittenRecords written, Problems problems) {
        this.files = files;
        this.written = written;
        this.problems = problems;
    }

    /** Those that are not as they were. */
    List<SeedFile> changed() {
        List<SeedFile> changed = new ArrayList<>(fresh);
        texts.values().stream()
                .map(SeedText::changed)
                .filter(file -> !files.contains(file))
                .forEach(changed::add);
        return changed;
    }

    /** Every file as it is to be. */
    List<SeedFile> joined() {
        List<SeedFile> changed = changed();
        List<String> paths = changed.stream().map(SeedFile::path).toList();
        List<SeedFile> joined = new ArrayList<>(
                files.stream().filter(file -> !paths.contains(file.path())).toList());
        joined.addAll(changed);
        return joined;
    }

    /** Writes the first file of a roadmap; one that is there already holds something else. */
    void begin(String path, String document, Map<String, List<Map<String, Object>>> lists) {
        if (files.stream().anyMatch(file -> file.path().equals(path))) {
            problems.add(new Spot(path, 1), "a file without a record of this roadmap", "no file of this name yet");
            return;
        }
        YamlWriter writer = new YamlWriter();
        writer.line(HEAD);
        writer.line(ORIGIN);
        writer.line("document: " + document);
        lists.forEach((key, records) -> {
            if (!records.isEmpty()) {
                writer.list(key, records.stream().map(ShortPlaces::in).toList());
            }
        });
        fresh.add(new SeedFile(path, writer.text()));
    }

    /** What a sheet gives as a place is one of the roadmap's document. */
    void requireDocument(String path, String document) {
        written.document(path)
                .filter(other -> !other.equals(document))
                .ifPresent(other -> problems.add(
                        new Spot(path, 1),
                        "`document: %s` at the top".formatted(other),
                        document + ", as the roadmap has"));
    }

    /** Changes the records of a list, in the files that hold the known ones. */
    void apply(String key, List<SeedRecord> known, RoadmapChanges changes, SeedRecord home) {
        changes.changed()
                .forEach((record, values) -> text(record)
                        .ifPresent(text ->
                                text.change(record, values, RoadmapChanges.keys(written.find(record.id()), values))));
        changes.removed().forEach(record -> text(record).ifPresent(text -> text.remove(record)));
        if (known.isEmpty() && !changes.added().isEmpty()) {
            List<Map<String, Object>> records = changes.added().stream()
                    .map(each -> each.delivered().values())
                    .toList();
            text(home).ifPresent(text -> text.append(key, records));
        } else {
            changes.added().forEach(added -> insert(added, known.get(0)));
        }
    }

    private void insert(RoadmapChanges.Added added, SeedRecord first) {
        Map<String, Object> values = added.delivered().values();
        added.after()
                .ifPresentOrElse(
                        after -> text(after).ifPresent(text -> text.insertAfter(after, values)),
                        () -> text(first).ifPresent(text -> text.insertBefore(first, values)));
    }

    /** Says of a roadmap that its actions are there, and from which document. */
    void markTranscribed(SeedRecord plan, String document) {
        if (Boolean.TRUE.equals(plan.values().get("transcribed"))) {
            return;
        }
        Map<String, Object> values = SheetMerge.merged(
                written.find(plan.id()),
                Map.of("transcribed", false),
                new LinkedHashMap<>(Map.of("transcribed", true)));
        values.putIfAbsent("document", document);
        text(plan).ifPresent(text -> text.change(plan, values, List.of("transcribed")));
    }

    private Optional<SeedText> text(SeedRecord known) {
        SeedText text = texts.computeIfAbsent(
                known.spot().file(),
                path -> new SeedText(files.stream()
                        .filter(file -> file.path().equals(path))
                        .findFirst()
                        .orElseThrow()));
        if (!text.holds(known)) {
            problems.add(known.spot(), "a record on a line with something else", "`- id:` on a line of its own");
            return Optional.empty();
        }
        return Optional.of(text);
    }
}
