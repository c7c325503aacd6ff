package fr.jalon.seed;

import fr.jalon.seed.sheet.Cell;
import fr.jalon.seed.sheet.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The seed files that a delivery changes: the roadmap's own, and the one that says whether it is transcribed. */
final class DeliveredFiles {

    private static final String MARK = "# Imported from a spreadsheet; the next import replaces this file.";
    private static final String NOT_TRANSCRIBED = "^( *)transcribed: false *(#.*)?$";

    private final String roadmap;
    private final String slug;
    private final String path;
    private final List<SeedFile> files;

    DeliveredFiles(String roadmap, List<SeedFile> files) {
        this.roadmap = roadmap;
        this.slug = roadmap.substring(roadmap.indexOf('/') + 1);
        this.path = "roadmaps/" + slug + ".yaml";
        this.files = files;
    }

    private Optional<SeedFile> earlier() {
        return files.stream().filter(file -> file.path().equals(path)).findFirst();
    }

    List<SeedFile> others() {
        return files.stream().filter(file -> !file.path().equals(path)).toList();
    }

    void refuseHandwritten(Problems problems) {
        earlier()
                .filter(file -> !file.text().contains(MARK))
                .ifPresent(file -> problems.add(
                        new Spot(path, 1),
                        "a file that no import wrote",
                        "no file, or one that an import may replace"));
    }

    List<SeedFile> with(SeedDraft base, DeliveryReader.Delivered read, Table table, Problems problems) {
        SeedIndex index = new SeedIndex(base);
        Optional<SeedRecord> known = index.find(roadmap);
        if (known.isEmpty()) {
            problems.add(
                    new Spot(path, 1),
                    roadmap + ", which no record has as its id",
                    "the id of a Roadmap" + Nearest.question(roadmap, index.ids(List.of("Roadmap"))));
            return List.of();
        }
        List<SeedFile> changed = new ArrayList<>();
        SeedRecord plan = known.get();
        String document = index.others(roadmap, plan.type(), "document").stream()
                .findFirst()
                .orElse("document/" + slug);
        index.find(document).ifPresent(each -> requireUnit(each, unit(table), problems));
        changed.add(new SeedFile(path, text(document, index.find(document).isEmpty(), plan, unit(table), read)));
        files.stream()
                .filter(file -> file.path().equals(plan.spot().file()))
                .map(file -> transcribed(file, plan, document))
                .filter(file -> !files.contains(file))
                .forEach(changed::add);
        return changed;
    }

    private static String unit(Table table) {
        boolean lines = table.rows().stream()
                .limit(1)
                .flatMap(row -> row.cells().stream())
                .map(Cell::text)
                .flatMap(heading -> DeliveryColumn.of(heading).stream())
                .anyMatch(DeliveryColumn.LINES::equals);
        return lines ? "LINE" : "PAGE";
    }

    private void requireUnit(SeedRecord document, String unit, Problems problems) {
        if (!unit.equals(document.values().get("unit"))) {
            problems.add(
                    document.spot("unit"),
                    "a document whose citations count %s"
                            .formatted(document.values().get("unit")),
                    unit + ", as the spreadsheet's column does");
        }
    }

    private String text(String document, boolean isNew, SeedRecord plan, String unit, DeliveryReader.Delivered read) {
        YamlWriter writer = new YamlWriter();
        writer.line("# yaml-language-server: $schema=../" + SeedFolder.SCHEMA);
        writer.line(MARK);
        writer.line("document: " + document);
        if (isNew) {
            writer.list("documents", List.of(document(document, plan, unit)));
        }
        if (!read.axes().isEmpty()) {
            writer.list("axes", read.axes());
        }
        writer.list("actions", read.actions());
        return writer.text();
    }

    private static Map<String, Object> document(String id, SeedRecord plan, String unit) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", id);
        document.put("title", plan.values().getOrDefault("title", id));
        document.put("kind", "ROADMAP");
        if (plan.values().containsKey("published")) {
            document.put("date", plan.values().get("published"));
        }
        if (plan.values().containsKey("url")) {
            document.put("url", plan.values().get("url"));
        }
        document.put("unit", unit);
        return document;
    }

    /** The file with the roadmap's flag set and its document named, all else as it was. */
    private static SeedFile transcribed(SeedFile file, SeedRecord plan, String document) {
        List<String> lines = new ArrayList<>(file.text().lines().toList());
        int flag = plan.spot("transcribed").line() - 1;
        if (!lines.get(flag).matches(NOT_TRANSCRIBED)) {
            return file;
        }
        String indent = lines.get(flag).replaceAll("\\S.*", "");
        lines.set(flag, lines.get(flag).replaceFirst("false", "true"));
        if (!plan.spots().containsKey("document")) {
            lines.add(flag, indent + "document: " + document);
        }
        return new SeedFile(file.path(), String.join("\n", lines) + "\n");
    }

    List<SeedFile> joined(List<SeedFile> changed) {
        List<String> paths = changed.stream().map(SeedFile::path).toList();
        List<SeedFile> joined = new ArrayList<>(
                files.stream().filter(file -> !paths.contains(file.path())).toList());
        joined.addAll(changed);
        return joined;
    }

    /** What is new (+), other (~) or gone (-). */
    List<String> changes(List<SeedFile> changed) {
        Map<String, String> before =
                Delivery.records(earlier().map(SeedFile::text).orElse(""));
        Map<String, String> after = Delivery.records(changed.get(0).text());
        List<String> changes = new ArrayList<>();
        after.forEach((id, record) -> {
            if (!before.containsKey(id)) {
                changes.add("+ " + id);
            } else if (!record.equals(before.get(id))) {
                changes.add("~ " + id);
            }
        });
        before.keySet().stream().filter(id -> !after.containsKey(id)).forEach(id -> changes.add("- " + id));
        changed.stream().filter(file -> !files.contains(file)).forEach(file -> changes.add("file " + file.path()));
        return changes;
    }
}
