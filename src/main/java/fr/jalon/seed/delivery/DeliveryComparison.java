package fr.jalon.seed.delivery;

import fr.jalon.seed.Seed;
import fr.jalon.seed.file.WrittenRecords;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedIndex;
import fr.jalon.seed.record.SeedLink;
import fr.jalon.seed.record.SeedRecord;
import fr.jalon.seed.sheet.Table;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A delivered table beside the one that the seed itself would make of the roadmap.
 *
 * @param ids of the roadmap's records
 * @param written its records as the files have them
 * @param made what the seed's own table tells
 * @param came what the delivered table tells
 */
record DeliveryComparison(RoadmapIds ids, WrittenRecords written, Delivered made, Delivered came) {

    private static final Map<DeliveryColumn, String> LINKS = new EnumMap<>(Map.of(
            DeliveryColumn.LEADS, "leads",
            DeliveryColumn.CONTRIBUTORS, "contributors",
            DeliveryColumn.THEMES, "about",
            DeliveryColumn.CONCERNS, "concerns"));

    static DeliveryComparison of(
            String file, Table table, SeedRecord plan, Seed seed, WrittenRecords written, Problems problems) {
        SeedDraft draft = seed.draft();
        SeedIndex index = new SeedIndex(draft);
        KnownNames known = KnownNames.of(seed.contract(), draft, index);
        RoadmapIds ids = new RoadmapIds(plan, draft, index);
        Delivered came = new DeliveryReader(known, ids).read(file, table, problems);
        String document = RoadmapDocument.of(plan, index).id();
        Table same =
                new DeliveryTexts(draft, index, known, document).table(ids.known(RoadmapIds.ACTION), came.columns());
        Delivered made = new DeliveryReader(known, ids).read(file, same, new Problems());
        DeliveryComparison comparison = new DeliveryComparison(ids, written, made, came);
        comparison.requireWrittenHere(draft);
        return comparison;
    }

    RoadmapChanges changes(String kind) {
        return RoadmapChanges.of(kind, ids, written, made, came);
    }

    /** A link that another record writes cannot be taken away in the action's own. */
    private void requireWrittenHere(SeedDraft draft) {
        for (DeliveredRecord action : came.actions()) {
            made.find(action.id())
                    .ifPresent(before -> LINKS.forEach((column, key) -> {
                        List<Object> kept = list(action, key);
                        List<Object> gone = list(before, key).stream()
                                .filter(each -> !kept.contains(each))
                                .toList();
                        draft.links().stream()
                                .filter(link -> link.other().equals(action.id()) && gone.contains(link.owner()))
                                .forEach(link -> refuse(action, column, link));
                    }));
        }
    }

    private static void refuse(DeliveredRecord action, DeliveryColumn column, SeedLink link) {
        action.row()
                .wrong(
                        column,
                        "no " + link.owner(),
                        "it, because %s says so; take it out there first".formatted(link.spot()));
    }

    private static List<Object> list(DeliveredRecord told, String key) {
        return told.values().get(key) instanceof List<?> list
                ? list.stream().<Object>map(Objects::requireNonNull).toList()
                : List.of();
    }
}
