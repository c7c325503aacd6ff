package fr.jalon.seed.delivery;

import fr.jalon.seed.file.WrittenRecords;
import fr.jalon.seed.file.YamlText;
import fr.jalon.seed.record.RecordKeys;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedLink;
import fr.jalon.seed.record.SeedRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a delivered sheet changes of a roadmap, found by the sheet that the seed itself makes of it.
 *
 * @param roadmap as the seed has it
 * @param delivered what the delivered sheet states
 * @param axes what changes of the sections
 * @param actions what changes of the actions
 */
record DeliveryDiff(Roadmap roadmap, RoadmapSheet delivered, Changes axes, Changes actions) {

    private static final Map<DeliveryColumn, String> LINKS = new EnumMap<>(Map.of(
            DeliveryColumn.LEADS, "leads",
            DeliveryColumn.CONTRIBUTORS, "contributors",
            DeliveryColumn.THEMES, "about",
            DeliveryColumn.CONCERNS, "concerns"));

    /**
     * What changes of one kind of records.
     *
     * @param added in the order of the sheet
     * @param changed in the order of the sheet
     * @param removed in the order of the files
     */
    record Changes(List<Added> added, List<Changed> changed, List<SeedRecord> removed) {}

    /**
     * A record that is new.
     *
     * @param after the record of the seed that stands before it; none for the first
     * @param values of the new one
     */
    record Added(Optional<SeedRecord> after, Map<String, Object> values) {}

    /** A record of the seed, with its values as they are written and as they are to be. */
    record Changed(SeedRecord record, Map<String, Object> before, Map<String, Object> after) {

        /** Keys whose values differ. */
        List<String> keys() {
            Set<String> keys = new LinkedHashSet<>(before.keySet());
            keys.addAll(after.keySet());
            keys.removeIf(key -> Objects.equals(before.get(key), after.get(key)));
            return List.copyOf(keys);
        }
    }

    static DeliveryDiff of(Roadmap roadmap, WrittenRecords written, RoadmapSheet base, RoadmapSheet delivered) {
        Comparison comparison = new Comparison(roadmap, written, base, delivered);
        return new DeliveryDiff(
                roadmap, delivered, comparison.changes(Roadmap.AXIS), comparison.changes(Roadmap.ACTION));
    }

    /** A link that another record writes cannot be taken away in the action's own. */
    static void requireOwnLinks(RoadmapSheet base, RoadmapSheet delivered, SeedDraft draft) {
        for (RoadmapSheet.Stated action : delivered.actions()) {
            base.find(action.id())
                    .ifPresent(before -> LINKS.forEach((column, key) -> {
                        List<Object> gone = new ArrayList<>(list(before, key));
                        gone.removeAll(list(action, key));
                        draft.links().stream()
                                .filter(link -> link.other().equals(action.id()) && gone.contains(link.owner()))
                                .forEach(link -> refuse(action.row(), column, link));
                    }));
        }
    }

    private static void refuse(DeliveryRow row, DeliveryColumn column, SeedLink link) {
        row.wrong(
                column,
                "no " + link.owner(),
                "it, because %s says so; take it out there first".formatted(link.location()));
    }

    private static List<?> list(RoadmapSheet.Stated record, String key) {
        return record.values().get(key) instanceof List<?> list ? list : List.of();
    }

    /** The record of the roadmap's document, where the seed has none. */
    List<Map<String, Object>> documents() {
        return roadmap.missingDocument(delivered.unit());
    }

    /** Ids of records that are gone. */
    List<String> removed() {
        return Stream.of(axes, actions)
                .flatMap(each -> each.removed().stream())
                .map(SeedRecord::id)
                .toList();
    }

    /** A line for each record that is new (+) or gone (-), and for each value that is other (~), sorted by id. */
    List<String> lines() {
        TreeMap<String, List<String>> lines = new TreeMap<>();
        documents().forEach(each -> lines.put(id(each), List.of("+ " + id(each))));
        for (Changes changes : List.of(axes, actions)) {
            changes.added().forEach(each -> lines.put(id(each.values()), List.of("+ " + id(each.values()))));
            changes.removed().forEach(each -> lines.put(each.id(), List.of("- " + each.id())));
            changes.changed()
                    .forEach(each -> lines.put(
                            each.record().id(),
                            each.keys().stream()
                                    .flatMap(key -> differences(each, key))
                                    .toList()));
        }
        return lines.values().stream().flatMap(List::stream).toList();
    }

    private static String id(Map<String, Object> values) {
        return String.valueOf(values.get(RecordKeys.ID));
    }

    /** The value before and after, or of a list the items that are gone and new. */
    private static Stream<String> differences(Changed changed, String key) {
        String path = changed.record().id() + " " + key;
        Object before = changed.before().get(key);
        Object after = changed.after().get(key);
        if (!(before instanceof List) && !(after instanceof List)) {
            return Stream.of("~ %s: %s -> %s".formatted(path, shown(before), shown(after)));
        }
        List<?> old = before instanceof List<?> list ? list : List.of();
        List<?> fresh = after instanceof List<?> list ? list : List.of();
        return Stream.concat(
                old.stream()
                        .filter(each -> !fresh.contains(each))
                        .map(each -> "~ %s: - %s".formatted(path, shown(each))),
                fresh.stream()
                        .filter(each -> !old.contains(each))
                        .map(each -> "~ %s: + %s".formatted(path, shown(each))));
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "nothing" : new YamlText().flow(value);
    }

    private record Comparison(Roadmap roadmap, WrittenRecords written, RoadmapSheet base, RoadmapSheet delivered) {

        private Changes changes(String kind) {
            Map<String, SeedRecord> left = new LinkedHashMap<>();
            roadmap.records(kind).forEach(each -> left.put(each.id(), each));
            List<Added> added = new ArrayList<>();
            List<Changed> changed = new ArrayList<>();
            Optional<SeedRecord> last = Optional.empty();
            for (RoadmapSheet.Stated each : delivered.of(kind)) {
                SeedRecord record = left.remove(each.id());
                if (record == null) {
                    Optional<SeedRecord> before = last;
                    added.add(new Added(parent(kind, each).or(() -> before), each.values()));
                } else {
                    last = Optional.of(record);
                    Map<String, Object> ours = written.find(each.id());
                    Map<String, Object> merged = merged(kind, ours, each);
                    if (!merged.equals(ours)) {
                        changed.add(new Changed(record, ours, merged));
                    }
                }
            }
            left.keySet().removeAll(parents());
            // A section without actions has no row to be missing.
            left.keySet().removeIf(id -> base.find(id).isEmpty());
            return new Changes(added, changed, List.copyOf(left.values()));
        }

        private Map<String, Object> merged(String kind, Map<String, Object> ours, RoadmapSheet.Stated stated) {
            Map<String, Object> before =
                    base.find(stated.id()).map(RoadmapSheet.Stated::values).orElse(Map.of());
            // Where a section is stated is its heading, and no row tells that.
            Set<String> leftAlone = kind.equals(Roadmap.AXIS) ? Set.of(RecordKeys.AT) : Set.of();
            return ThreeWayMerge.merged(ours, before, stated.values(), leftAlone);
        }

        /** The section that holds a new one. */
        private Optional<SeedRecord> parent(String kind, RoadmapSheet.Stated added) {
            return kind.equals(Roadmap.ACTION)
                    ? Optional.empty()
                    : roadmap.records(kind).stream()
                            .filter(each -> each.id().equals(added.values().get("parent")))
                            .findFirst();
        }

        /** Sections that hold others need no row of their own. */
        private Set<String> parents() {
            Set<String> parents = new LinkedHashSet<>();
            for (RoadmapSheet.Stated axis : delivered.axes()) {
                Optional<String> parent =
                        Optional.ofNullable(axis.values().get("parent")).map(Object::toString);
                while (parent.isPresent() && parents.add(parent.get())) {
                    parent = roadmap.parent(parent.get());
                }
            }
            return parents;
        }
    }
}
