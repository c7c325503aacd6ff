package fr.jalon.seed.delivery;

import fr.jalon.seed.file.YamlText;
import fr.jalon.seed.record.RecordKeys;
import fr.jalon.seed.record.SeedRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a delivery changes, in the seed files and in words. */
final class DeliveredChanges {

    private static final Map<String, String> LISTS = new LinkedHashMap<>();

    static {
        LISTS.put(RoadmapIds.AXIS, "axes");
        LISTS.put(RoadmapIds.ACTION, "actions");
    }

    private final DeliveryComparison comparison;
    private final RoadmapFiles files;
    private final TreeMap<String, List<String>> told = new TreeMap<>();
    private final Set<String> removed = new TreeSet<>();

    DeliveredChanges(DeliveryComparison comparison, RoadmapFiles files) {
        this.comparison = comparison;
        this.files = files;
    }

    /** Takes them into the files. */
    void apply(SeedRecord plan, RoadmapDocument document) {
        List<SeedRecord> homes = LISTS.keySet().stream()
                .flatMap(kind -> comparison.ids().known(kind).stream())
                .toList();
        homes.forEach(home -> files.requireDocument(home.spot().file(), document.id()));
        Map<String, List<Map<String, Object>>> fresh = new LinkedHashMap<>();
        fresh.put("documents", document.toWrite(comparison.came().unit()));
        fresh.get("documents").forEach(each -> tell(each, "+ "));
        LISTS.forEach((kind, key) -> {
            RoadmapChanges changes = comparison.changes(kind);
            tell(changes);
            if (homes.isEmpty()) {
                fresh.put(
                        key,
                        changes.added().stream()
                                .map(each -> each.delivered().values())
                                .toList());
            } else {
                files.apply(key, comparison.ids().known(kind), changes, homes.get(0));
            }
        });
        if (homes.isEmpty()) {
            String slug = plan.id().substring(plan.id().indexOf('/') + 1);
            files.begin("roadmaps/" + slug + ".yaml", document.id(), fresh);
        }
        files.markTranscribed(plan, document.id());
    }

    /** Ids of records that are gone. */
    Set<String> removed() {
        return removed;
    }

    /** One line for each record that is new (+) or gone (-), for each key that is other (~), and for each file. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        told.values().forEach(lines::addAll);
        files.changed().forEach(file -> lines.add("file " + file.path()));
        return lines;
    }

    private void tell(RoadmapChanges changes) {
        changes.added().forEach(each -> tell(each.delivered().values(), "+ "));
        changes.removed().forEach(each -> {
            removed.add(each.id());
            told.put(each.id(), List.of("- " + each.id()));
        });
        changes.changed().forEach((known, after) -> {
            Map<String, Object> before = comparison.written().find(known.id());
            told.put(
                    known.id(),
                    RoadmapChanges.keys(before, after).stream()
                            .flatMap(key -> difference(known.id() + " " + key, before.get(key), after.get(key)))
                            .toList());
        });
    }

    /** The value before and after, or of a list the items that are gone and new. */
    private static Stream<String> difference(String place, @Nullable Object before, @Nullable Object after) {
        if (!(before instanceof List) && !(after instanceof List)) {
            return Stream.of("~ %s: %s -> %s".formatted(place, shown(before), shown(after)));
        }
        List<?> gone = before instanceof List<?> list ? list : List.of();
        List<?> come = after instanceof List<?> list ? list : List.of();
        return Stream.concat(
                gone.stream()
                        .filter(each -> !come.contains(each))
                        .map(each -> "~ %s: - %s".formatted(place, shown(each))),
                come.stream()
                        .filter(each -> !gone.contains(each))
                        .map(each -> "~ %s: + %s".formatted(place, shown(each))));
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "nothing" : new YamlText().flow(value);
    }

    private void tell(Map<String, Object> added, String sign) {
        String id = String.valueOf(added.get(RecordKeys.ID));
        told.put(id, List.of(sign + id));
    }
}
