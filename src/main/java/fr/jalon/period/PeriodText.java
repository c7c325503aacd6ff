package fr.jalon.period;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Brings writings that differ in case, accents, spacing or ordinals to one form. */
final class PeriodText {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern DASHES = Pattern.compile(" ?\\p{Pd} ?");
    private static final Pattern APOSTROPHES = Pattern.compile("['\u2018\u2019\u02bc`] ?");
    private static final Pattern FINAL_STOP = Pattern.compile("[ .,;]+$");
    private static final Pattern END_KEY = Pattern.compile("^(.+)-end$");
    private static final String PART = "(semestre|sem\\.?|trimestre|trim\\.?)";
    private static final Pattern COUNTED_PART =
            Pattern.compile("\\b(premier|second|deuxieme|troisieme|quatrieme|[1-4](?:er|nd|d|eme|e)?) ?" + PART);
    private static final Pattern NUMBERED_PART = Pattern.compile(PART + " ?([1-4])\\b");
    private static final Map<String, String> ORDINALS =
            Map.of("premier", "1", "second", "2", "deuxieme", "2", "troisieme", "3", "quatrieme", "4");

    private PeriodText() {}

    static String fold(String writing) {
        String text = SPACES.matcher(FrenchMonths.fold(writing)).replaceAll(" ").strip();
        text = DASHES.matcher(text).replaceAll("-");
        text = APOSTROPHES.matcher(text).replaceAll("'");
        text = FINAL_STOP.matcher(text).replaceFirst("");
        text = END_KEY.matcher(text).replaceFirst("fin $1");
        text = COUNTED_PART.matcher(text).replaceAll(part -> shortPart(part.group(2), part.group(1)));
        return NUMBERED_PART.matcher(text).replaceAll(PeriodText::numberedPart);
    }

    private static String numberedPart(MatchResult part) {
        return shortPart(part.group(1), part.group(2));
    }

    private static String shortPart(String name, String ordinal) {
        return name.charAt(0) + ORDINALS.getOrDefault(ordinal, ordinal.substring(0, 1));
    }
}
