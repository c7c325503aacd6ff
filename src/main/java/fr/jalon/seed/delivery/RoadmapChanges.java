package fr.jalon.seed.delivery;

import fr.jalon.seed.file.WrittenRecords;
import fr.jalon.seed.record.RecordKeys;
import fr.jalon.seed.record.SeedRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a delivery changes of a kind of records: new ones, others, and those that it no longer has.
 *
 * @param added in the order of the sheet
 * @param changed by the record as it is known
 * @param removed as they are known
 */
record RoadmapChanges(List<Added> added, Map<SeedRecord, Map<String, Object>> changed, List<SeedRecord> removed) {

    /**
     * A record that is new.
     *
     * @param after the known record that stands before it; none for the first
     */
    record Added(Optional<SeedRecord> after, DeliveredRecord delivered) {}

    static RoadmapChanges of(String kind, RoadmapIds ids, WrittenRecords written, Delivered made, Delivered came) {
        Map<String, SeedRecord> known = new LinkedHashMap<>();
        ids.known(kind).forEach(each -> known.put(each.id(), each));
        RoadmapChanges changes = new RoadmapChanges(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
        Optional<SeedRecord> last = Optional.empty();
        for (DeliveredRecord each : came.of(kind)) {
            SeedRecord record = known.remove(each.id());
            if (record == null) {
                Optional<SeedRecord> before = last;
                changes.added.add(new Added(holder(kind, ids, each).or(() -> before), each));
            } else {
                last = Optional.of(record);
                changes.compare(kind, record, written.find(each.id()), made.find(each.id()), each);
            }
        }
        known.keySet().removeAll(holders(ids, came));
        // A section without actions has no row to be missing.
        known.values().stream().filter(each -> made.find(each.id()).isPresent()).forEach(changes.removed::add);
        return changes;
    }

    private void compare(
            String kind,
            SeedRecord known,
            Map<String, Object> written,
            Optional<DeliveredRecord> made,
            DeliveredRecord came) {
        Map<String, Object> before = made.map(DeliveredRecord::values).orElse(Map.of());
        // Where a section is stated is its heading, and no row tells that.
        Set<String> leftAlone = kind.equals(RoadmapIds.AXIS) ? Set.of(RecordKeys.AT) : Set.of();
        Map<String, Object> merged = SheetMerge.merged(written, before, came.values(), leftAlone);
        if (!merged.equals(written)) {
            changed.put(known, merged);
        }
    }

    /** The section that holds a new one. */
    private static Optional<SeedRecord> holder(String kind, RoadmapIds ids, DeliveredRecord added) {
        return kind.equals(RoadmapIds.ACTION)
                ? Optional.empty()
                : ids.known(kind).stream()
                        .filter(each -> each.id().equals(added.values().get("parent")))
                        .findFirst();
    }

    /** Sections that hold others need no row of their own. */
    private static Set<String> holders(RoadmapIds ids, Delivered came) {
        Set<String> holders = new LinkedHashSet<>();
        for (DeliveredRecord axis : came.axes()) {
            Optional<String> parent =
                    Optional.ofNullable(axis.values().get("parent")).map(Object::toString);
            while (parent.isPresent() && holders.add(parent.get())) {
                parent = ids.parent(parent.get());
            }
        }
        return holders;
    }

    /** Keys whose values are not the same in two records. */
    static List<String> keys(Map<String, Object> before, Map<String, Object> after) {
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        keys.removeIf(key -> Objects.equals(before.get(key), after.get(key)));
        return List.copyOf(keys);
    }
}
