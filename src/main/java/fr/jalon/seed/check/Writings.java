package fr.jalon.seed.check;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How French documents write a value. */
final class Writings {

    private Writings() {}

    /** Any of these stands where the value is printed; of a value of an enumeration, what the contract calls it. */
    static List<String> of(Object value, Map<String, String> words) {
        if (value instanceof LocalDate day) {
            return days(day);
        } else if (value instanceof Double number) {
            String plain = number == Math.rint(number)
                    ? String.valueOf(number.longValue())
                    : String.valueOf(number).replace('.', ',');
            return List.of(plain);
        }
        String text = String.valueOf(value);
        return List.of(words.getOrDefault(text, text.replaceFirst("^https?://", "")));
    }

    private static List<String> days(LocalDate day) {
        String month = day.getMonth().getDisplayName(TextStyle.FULL, Locale.FRENCH);
        String ordinal = day.getDayOfMonth() == 1 ? "1er" : String.valueOf(day.getDayOfMonth());
        return List.of(
                "%s %s %s".formatted(day.getDayOfMonth(), month, day.getYear()),
                "%s %s %s".formatted(ordinal, month, day.getYear()),
                day.toString(),
                String.format(Locale.ROOT, "%1$td/%1$tm/%1$tY", day));
    }
}
