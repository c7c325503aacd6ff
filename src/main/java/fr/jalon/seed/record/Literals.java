package fr.jalon.seed.record;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads numbers and days in the one writing that every home of a fact gives back as it was. */
public final class Literals {

    private static final int LONGEST_NUMBER = 400;
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*+)(?:\\.\\d++)?+");
    private static final Pattern INTEGER = Pattern.compile("-?(?:0|[1-9]\\d{0,8})");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Literals() {}

    /**
     * A number such as -5, 58 or 0.5; nothing for another writing, such as 010, which some readers take for 8, and for more
     * digits than a double keeps.
     */
    public static Optional<Double> number(String text) {
        if (text.length() > LONGEST_NUMBER || !NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        // The sum makes a plain zero of the negative one.
        double number = Double.parseDouble(text) + 0.0;
        return BigDecimal.valueOf(number).compareTo(new BigDecimal(text)) == 0 ? Optional.of(number) : Optional.empty();
    }

    /** An integer of up to nine digits. */
    public static Optional<Long> integer(String text) {
        return INTEGER.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    /** A day of the calendar, such as 2021-09-27, from the year 1 to 9999. */
    public static Optional<LocalDate> day(String text) {
        try {
            return DAY.matcher(text).matches() && !text.startsWith("0000")
                    ? Optional.of(LocalDate.parse(text))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
