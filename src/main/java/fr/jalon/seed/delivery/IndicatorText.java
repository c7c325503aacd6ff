package fr.jalon.seed.delivery;

import fr.jalon.schema.Folding;
import fr.jalon.seed.record.Literals;
import fr.jalon.seed.record.SeedRecord;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An indicator as a line of a cell: "label | baseline | target, scale or still open | unit | due". */
final class IndicatorText {

    private static final String TO_BE_DEFINED = "à définir";
    private static final Map<String, String> SCALES =
            Map.of("A_FAIRE_EN_COURS_FAIT", "à faire / en cours / fait", "OUI_NON", "oui / non");

    private IndicatorText() {}

    /** The line of an indicator that is due in a period, or in none where that is empty. */
    static String written(SeedRecord indicator, String due) {
        List<String> values = List.of(
                text(indicator, "label"),
                number(indicator, "baseline"),
                target(indicator),
                text(indicator, "unit"),
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
            String scale = text(indicator, "scale");
            return SCALES.getOrDefault(scale, scale);
        }
        return Boolean.TRUE.equals(indicator.values().get("toBeDefined")) ? TO_BE_DEFINED : number(indicator, "target");
    }

    private static String text(SeedRecord indicator, String property) {
        return String.valueOf(indicator.values().getOrDefault(property, ""));
    }

    private static String number(SeedRecord indicator, String property) {
        return indicator.values().get(property) instanceof Double number
                ? BigDecimal.valueOf(number)
                        .stripTrailingZeros()
                        .toPlainString()
                        .replace('.', ',')
                : "";
    }

    /** What a line says; what is wrong with it is told of its row. */
    static Map<String, Object> read(DeliveryRow row, String line) {
        String[] values = line.split("\\|", -1);
        Map<String, Object> indicator = new LinkedHashMap<>();
        indicator.put("label", values[0].strip());
        value(values, 1).flatMap(text -> number(row, text)).ifPresent(number -> indicator.put("baseline", number));
        value(values, 2).ifPresent(text -> target(row, text, indicator));
        value(values, 3).ifPresent(unit -> indicator.put("unit", unit));
        value(values, 4)
                .flatMap(due -> DeliveryCells.period(row, DeliveryColumn.INDICATORS, due))
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
            row.wrong(DeliveryColumn.INDICATORS, DeliveryCells.shown(text), "a number, such as 58 or 0,5");
        }
        return number;
    }
}
