package fr.jalon.seed.delivery;

import fr.jalon.seed.file.SeedFile;
import fr.jalon.seed.file.SeedFolder;
import fr.jalon.seed.file.SeedText;
import fr.jalon.seed.file.WrittenRecords;
import fr.jalon.seed.file.YamlWriter;
import fr.jalon.seed.record.Location;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.SeedRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The texts of the seed files that hold a roadmap and its records, as a delivery changes them. */
final class RoadmapFiles {

    private static final String HEAD = "# yaml-language-server: $schema=../" + SeedFolder.SCHEMA;
    private static final String ORIGIN = "# From a spreadsheet; another import changes what the sheet says otherwise.";

    private static final String TRANSCRIBED = "transcribed";

    private final List<SeedFile> files;
    private final WrittenRecords written;
    private final Problems problems;
    private final Map<String, SeedText> texts = new LinkedHashMap<>();
    private final List<SeedFile> created = new ArrayList<>();

    RoadmapFiles(List<SeedFile> files, WrittenRecords written, Problems problems) {
        this.files = files;
        this.written = written;
        this.problems = problems;
    }

    /** Takes what a delivery changes into the files that hold the roadmap's records, or into a new one. */
    void apply(DeliveryDiff diff) {
        Roadmap roadmap = diff.roadmap();
        List<SeedRecord> axes = roadmap.records(Roadmap.AXIS);
        List<SeedRecord> actions = roadmap.records(Roadmap.ACTION);
        List<SeedRecord> homes = Stream.of(axes, actions).flatMap(List::stream).toList();
        homes.forEach(home -> requireDocument(home.location().file(), roadmap.document()));
        if (homes.isEmpty()) {
            begin(diff);
        } else {
            apply("axes", axes, diff.axes(), homes.get(0));
            apply("actions", actions, diff.actions(), homes.get(0));
        }
        markTranscribed(roadmap);
    }

    /** Those that are not as they were. */
    List<SeedFile> changed() {
        List<SeedFile> changed = new ArrayList<>(created);
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
    private void begin(DeliveryDiff diff) {
        String path = "roadmaps/" + Roadmap.end(diff.roadmap().id()) + ".yaml";
        if (files.stream().anyMatch(file -> file.path().equals(path))) {
            problems.add(new Location(path, 1), "a file without a record of this roadmap", "no file of this name yet");
            return;
        }
        YamlWriter writer = new YamlWriter();
        writer.line(HEAD);
        writer.line(ORIGIN);
        writer.line("document: " + diff.roadmap().document());
        list(writer, "documents", diff.documents());
        list(writer, "axes", values(diff.axes()));
        list(writer, "actions", values(diff.actions()));
        created.add(new SeedFile(path, writer.text()));
    }

    private static void list(YamlWriter writer, String key, List<Map<String, Object>> records) {
        if (!records.isEmpty()) {
            writer.list(key, records);
        }
    }

    private static List<Map<String, Object>> values(DeliveryDiff.Changes changes) {
        return changes.added().stream().map(DeliveryDiff.Added::values).toList();
    }

    /** A locator of a sheet is one of the roadmap's document. */
    private void requireDocument(String path, String document) {
        written.document(path)
                .filter(other -> !other.equals(document))
                .ifPresent(other -> problems.add(
                        new Location(path, 1),
                        "`document: %s` at the top".formatted(other),
                        document + ", as the roadmap has"));
    }

    /** Changes a list of records, in the files that hold those of the seed. */
    private void apply(String key, List<SeedRecord> records, DeliveryDiff.Changes changes, SeedRecord home) {
        changes.changed()
                .forEach(each ->
                        text(each.record()).ifPresent(text -> text.change(each.record(), each.after(), each.keys())));
        changes.removed().forEach(record -> text(record).ifPresent(text -> text.remove(record)));
        if (records.isEmpty() && !changes.added().isEmpty()) {
            text(home).ifPresent(text -> text.append(key, values(changes)));
        } else {
            changes.added().forEach(added -> insert(added, records.get(0)));
        }
    }

    private void insert(DeliveryDiff.Added added, SeedRecord first) {
        added.after()
                .ifPresentOrElse(
                        after -> text(after).ifPresent(text -> text.insertAfter(after, added.values())),
                        () -> text(first).ifPresent(text -> text.insertBefore(first, added.values())));
    }

    /** States of a roadmap that its actions are there, and from which document. */
    private void markTranscribed(Roadmap roadmap) {
        SeedRecord itself = roadmap.itself();
        if (Boolean.TRUE.equals(itself.values().get(TRANSCRIBED))) {
            return;
        }
        Map<String, Object> values = ThreeWayMerge.merged(
                written.find(itself.id()), Map.of(TRANSCRIBED, false), Map.of(TRANSCRIBED, true), Set.of());
        values.putIfAbsent("document", roadmap.document());
        text(itself).ifPresent(text -> text.change(itself, values, List.of(TRANSCRIBED)));
    }

    private Optional<SeedText> text(SeedRecord record) {
        SeedText text = texts.computeIfAbsent(
                record.location().file(),
                path -> new SeedText(files.stream()
                        .filter(file -> file.path().equals(path))
                        .findFirst()
                        .orElseThrow()));
        if (!text.holds(record)) {
            problems.add(record.location(), "a record on a line with something else", "`- id:` on a line of its own");
            return Optional.empty();
        }
        return Optional.of(text);
    }
}
