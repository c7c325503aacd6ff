package fr.jalon.seed.delivery;

import fr.jalon.schema.Folding;
import fr.jalon.seed.record.Literals;
import fr.jalon.seed.record.Problems;
import fr.jalon.seed.record.RecordKeys;
import fr.jalon.seed.record.SeedRecord;
import fr.jalon.text.Nearest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the cells of an action's row whose lines are records of their own: alignments, references and indicators.
 *
 * @param row of the action
 * @param locators where the document states the action
 * @param roadmap whose action it is
 * @param vocabulary by which lines refer to what the seed has
 * @param idsByCode ids that the table gives to the codes of its actions
 */
record NestedRecords(
        DeliveryRow row, List<Object> locators, Roadmap roadmap, Vocabulary vocabulary, Map<String, String> idsByCode) {

    private static final Pattern OBJECTIVE = Pattern.compile("([^:]+?) ?: ?(.+)");
    private static final Pattern REFERENCE = Pattern.compile("([^:→\\s]+)(?: ?(?:→|->) ?([^:\\s]+))?(?: ?: ?(.+))?");

    /** Each line "o2 : reason". */
    List<Map<String, Object>> alignments() {
        List<Map<String, Object>> alignments = new ArrayList<>();
        for (String line : row.lines(DeliveryColumn.OBJECTIVES)) {
            Matcher parts = OBJECTIVE.matcher(line);
            if (!parts.matches()) {
                row.wrong(
                        DeliveryColumn.OBJECTIVES,
                        Problems.quoted(line),
                        "an objective and why, such as o2 : Publie ses codes");
                continue;
            }
            row.id(DeliveryColumn.OBJECTIVES, parts.group(1), vocabulary.objectives(), "an objective, such as o2 or a4")
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

    /** Each line "A04 → A05 : text": what is printed, what is meant instead, and the words that say so. */
    List<Map<String, Object>> references() {
        List<Map<String, Object>> references = new ArrayList<>();
        for (String line : row.lines(DeliveryColumn.REFERENCES)) {
            Matcher parts = REFERENCE.matcher(line);
            boolean whole = parts.matches()
                    && (parts.group(3) != null || !parts.group(1).contains("/"));
            if (whole) {
                references.add(reference(parts));
            } else {
                row.wrong(
                        DeliveryColumn.REFERENCES,
                        Problems.quoted(line),
                        "a code and the printed text, such as A04 : (voir A04)");
            }
        }
        return references;
    }

    private Map<String, Object> reference(Matcher parts) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("raw", parts.group(3) == null ? parts.group(1) : parts.group(3));
        reference.put("to", target(parts.group(1)));
        if (parts.group(2) != null) {
            reference.put("intended", target(parts.group(2)));
        }
        reference.put(RecordKeys.AT, locators);
        return reference;
    }

    private String target(String text) {
        String id = Roadmap.actionCode(text)
                .map(code -> roadmap.id(Roadmap.ACTION, code))
                .orElse(text);
        if (!idsByCode.containsValue(id) && !vocabulary.targets().contains(text)) {
            String nearest = Nearest.question(text, text.contains("/") ? vocabulary.targets() : idsByCode.keySet());
            row.wrong(
                    DeliveryColumn.REFERENCES,
                    Problems.quoted(text),
                    "the code of an action here or the id of another" + nearest);
        }
        return id;
    }

    /** Each line an {@link Indicator}. */
    List<Map<String, Object>> indicators() {
        List<Map<String, Object>> indicators = new ArrayList<>();
        for (String line : row.lines(DeliveryColumn.INDICATORS)) {
            Map<String, Object> indicator = Indicator.read(row, line);
            indicator.put(RecordKeys.AT, locators);
            indicators.add(indicator);
        }
        return indicators;
    }

    /** An indicator as a line of a cell: "label | baseline | target, scale or still open | unit | due". */
    static final class Indicator {

        private static final String TO_BE_DEFINED = "à définir";
        private static final Map<String, String> SCALES =
                Map.of("A_FAIRE_EN_COURS_FAIT", "à faire / en cours / fait", "OUI_NON", "oui / non");

        private Indicator() {}

        /** The line of an indicator that is due in a period, or in none where that is empty. */
        static String written(SeedRecord indicator, String due) {
            List<String> values = List.of(
                    indicator.text("label"),
                    number(indicator, "baseline"),
                    target(indicator),
                    indicator.text("unit"),
                    due);
            String line = String.join(" | ", values);
            int end = line.length();
            while (end > 0 && " |".indexOf(line.charAt(end - 1)) >= 0) {
                end--;
            }
            return line.substring(0, end);
        }

        private static String target(SeedRecord indicator) {
            if (indicator.values().containsKey("scale")) {
                String scale = indicator.text("scale");
                return SCALES.getOrDefault(scale, scale);
            }
            return Boolean.TRUE.equals(indicator.values().get("toBeDefined"))
                    ? TO_BE_DEFINED
                    : number(indicator, "target");
        }

        private static String number(SeedRecord indicator, String property) {
            return indicator.values().get(property) instanceof Double number
                    ? BigDecimal.valueOf(number)
                            .stripTrailingZeros()
                            .toPlainString()
                            .replace('.', ',')
                    : "";
        }

        /** What a line says; what is wrong with it is a problem of its row. */
        static Map<String, Object> read(DeliveryRow row, String line) {
            String[] values = line.split("\\|", -1);
            Map<String, Object> indicator = new LinkedHashMap<>();
            indicator.put("label", values[0].strip());
            value(values, 1).flatMap(text -> number(row, text)).ifPresent(number -> indicator.put("baseline", number));
            value(values, 2).ifPresent(text -> target(row, text, indicator));
            value(values, 3).ifPresent(unit -> indicator.put("unit", unit));
            value(values, 4)
                    .flatMap(due -> row.period(DeliveryColumn.INDICATORS, due))
                    .ifPresent(due -> indicator.put("due", due.label()));
            return indicator;
        }

        private static void target(DeliveryRow row, String text, Map<String, Object> indicator) {
            String scale = Folding.fold(text).replaceAll("[^a-z]+", "_").toUpperCase(Locale.ROOT);
            if (SCALES.containsKey(scale)) {
                indicator.put("scale", scale);
            } else if (Folding.fold(text).equals(Folding.fold(TO_BE_DEFINED))) {
                indicator.put("toBeDefined", true);
            } else {
                number(row, text).ifPresent(number -> indicator.put("target", number));
            }
        }

        private static Optional<String> value(String[] values, int index) {
            return index < values.length && !values[index].isBlank()
                    ? Optional.of(values[index].strip())
                    : Optional.empty();
        }

        private static Optional<Double> number(DeliveryRow row, String text) {
            Optional<Double> number = Literals.number(text.replace(',', '.'));
            if (number.isEmpty()) {
                row.wrong(DeliveryColumn.INDICATORS, Problems.quoted(text), "a number, such as 58 or 0,5");
            }
            return number;
        }
    }
}
