package fr.jalon.seed.delivery;

import fr.jalon.seed.record.Nearest;
import fr.jalon.seed.record.RecordKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the cells whose lines are records of their own: indicators, references and objectives. */
final class DeliveredParts {

    private static final Pattern REFERENCE = Pattern.compile("([^:→\\s]+)(?: ?(?:→|->) ?([^:\\s]+))?(?: ?: ?(.+))?");
    private static final Pattern OBJECTIVE = Pattern.compile("([^:]+?) ?: ?(.+)");

    private final KnownNames known;
    private final RoadmapIds ids;
    private final Map<String, String> codes;
    private final List<Object> places;

    /** Reads cells of a row that is stated at these places, in a table that gives ids to these codes. */
    DeliveredParts(KnownNames known, RoadmapIds ids, Map<String, String> codes, List<Object> places) {
        this.known = known;
        this.ids = ids;
        this.codes = codes;
        this.places = places;
    }

    /** Each line an indicator. */
    List<Map<String, Object>> indicators(DeliveryRow row) {
        List<Map<String, Object>> indicators = new ArrayList<>();
        for (String line : row.lines(DeliveryColumn.INDICATORS)) {
            Map<String, Object> indicator = IndicatorText.read(row, line);
            indicator.put(RecordKeys.AT, places);
            indicators.add(indicator);
        }
        return indicators;
    }

    /** Each line "A04 → A05 : text": what is printed, what is meant instead, and the words that say so. */
    List<Map<String, Object>> references(DeliveryRow row) {
        List<Map<String, Object>> references = new ArrayList<>();
        for (String line : row.lines(DeliveryColumn.REFERENCES)) {
            Matcher parts = REFERENCE.matcher(line);
            boolean told = parts.matches()
                    && (parts.group(3) != null || !parts.group(1).contains("/"));
            if (!told) {
                row.wrong(
                        DeliveryColumn.REFERENCES,
                        DeliveryCells.shown(line),
                        "a code and the printed text, such as A04 : (voir A04)");
                continue;
            }
            Map<String, Object> reference = new LinkedHashMap<>();
            reference.put("raw", parts.group(3) == null ? parts.group(1) : parts.group(3));
            reference.put("to", target(row, parts.group(1)));
            if (parts.group(2) != null) {
                reference.put("intended", target(row, parts.group(2)));
            }
            reference.put("at", places);
            references.add(reference);
        }
        return references;
    }

    private String target(DeliveryRow row, String text) {
        String id = RoadmapIds.actionCode(text)
                .map(code -> ids.id(RoadmapIds.ACTION, code))
                .orElse(text);
        if (!codes.containsValue(id) && !known.targets().contains(text)) {
            String nearest = Nearest.question(text, text.contains("/") ? known.targets() : codes.keySet());
            row.wrong(
                    DeliveryColumn.REFERENCES,
                    DeliveryCells.shown(text),
                    "the code of an action here or the id of another" + nearest);
        }
        return id;
    }

    /** Each line "o2 : reason". */
    List<Map<String, Object>> alignments(DeliveryRow row) {
        List<Map<String, Object>> alignments = new ArrayList<>();
        for (String line : row.lines(DeliveryColumn.OBJECTIVES)) {
            Matcher parts = OBJECTIVE.matcher(line);
            if (!parts.matches()) {
                row.wrong(
                        DeliveryColumn.OBJECTIVES,
                        DeliveryCells.shown(line),
                        "an objective and why, such as o2 : Publie ses codes");
                continue;
            }
            DeliveryCells.name(
                            row,
                            DeliveryColumn.OBJECTIVES,
                            parts.group(1),
                            known.objectives(),
                            "an objective, such as o2 or a4")
                    .ifPresent(id -> alignments.add(alignment(id, parts.group(2))));
        }
        return alignments;
    }

    private static Map<String, Object> alignment(String objective, String reason) {
        Map<String, Object> alignment = new LinkedHashMap<>();
        alignment.put("objective", objective);
        alignment.put("reason", reason);
        return alignment;
    }
}
