package fr.jalon.seed.delivery;

import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.SeedIndex;
import fr.jalon.seed.record.SeedRecord;
import fr.jalon.seed.record.Spot;
import fr.jalon.seed.sheet.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The document from which a roadmap is transcribed.
 *
 * @param id of it
 * @param known the record of it, which a first delivery brings along
 * @param plan the roadmap
 */
record RoadmapDocument(String id, Optional<SeedRecord> known, SeedRecord plan) {

    static RoadmapDocument of(SeedRecord plan, SeedIndex index) {
        String id = index.others(plan.id(), plan.type(), "document").stream()
                .findFirst()
                .orElse("document/" + plan.id().substring(plan.id().indexOf('/') + 1));
        return new RoadmapDocument(id, index.find(id), plan);
    }

    /** What its places are counted in; pages as long as nobody has said. */
    String unit() {
        return known.map(document -> String.valueOf(document.values().get("unit")))
                .orElse("PAGE");
    }

    /** Pages are pages and lines are lines. */
    void requireUnit(String file, Table table, Delivered delivered, Problems problems) {
        if (known.isPresent() && !unit().equals(delivered.unit())) {
            int row = table.rows().isEmpty() ? 1 : table.rows().get(0).number();
            String column = delivered.unit().equals("LINE") ? "lignes" : "pages";
            problems.add(
                    new Spot(file, row),
                    "the column \"%s\"".formatted(column),
                    "a document that counts %ss; %s counts each %s"
                            .formatted(delivered.unit().toLowerCase(Locale.ROOT), id, unit().toLowerCase(Locale.ROOT)));
        }
    }

    /** The record that a first delivery writes. */
    List<Map<String, Object>> toWrite(String unit) {
        if (known.isPresent()) {
            return List.of();
        }
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
        return List.of(document);
    }
}
