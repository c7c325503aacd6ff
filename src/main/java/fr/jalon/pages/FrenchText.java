package fr.jalon.pages;

import fr.jalon.period.LegalTime;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text, dates and numbers as French is printed. */
final class FrenchText {

    private static final String UNBROKEN_SPACE = "\u00a0";

    /** Before a double mark, and between a unit or an acronym and its number. */
    private static final Pattern UNBROKEN = Pattern.compile(
            " (?=[:;?!»%])|(?<=«) |(?<=\\b(?:lignes?|entrées?|pages?)) (?=\\d)|(?<=\\p{Lu}{2}) (?=A?\\d)");

    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})'(?=\\p{L})");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRENCH);
    private static final String FIRST = "1 ";

    private FrenchText() {}

    /** A moment in words, such as "28 novembre 2026 à 10 h 05", in the legal time of France. */
    static String moment(OffsetDateTime time) {
        ZonedDateTime here = time.atZoneSameInstant(LegalTime.clock().getZone());
        return "%s à %s h %s"
                .formatted(
                        day(here.toLocalDate()), here.getHour(), String.format(Locale.ROOT, "%02d", here.getMinute()));
    }

    /** No line breaks where French has none, and an apostrophe is a comma raised. */
    static String set(String text) {
        return APOSTROPHE
                .matcher(UNBROKEN.matcher(text).replaceAll(UNBROKEN_SPACE))
                .replaceAll("’");
    }

    static String day(LocalDate day) {
        String words = day.format(DAY);
        return words.startsWith(FIRST) ? "1er " + words.substring(FIRST.length()) : words;
    }

    static String number(double number) {
        return NumberFormat.getNumberInstance(Locale.FRENCH).format(number).replace('\u202f', '\u00a0');
    }

    /** A number and its noun, such as "1 action" and "107 actions"; none is singular. */
    static String count(long number, String one, String many) {
        return number((double) number) + UNBROKEN_SPACE + (number < 2 ? one : many);
    }
}
