package fr.jalon.seed.sheet;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a number format shows of a number (ECMA-376, part 1, 18.8.30 and 18.8.31). */
enum NumberFormat {
    /** The number. */
    NUMBER,
    /** A day, perhaps with a time. */
    DAY,
    /** A month, such as "mai 2022", which is kept as its first day. */
    MONTH,
    /** A year, which is kept as its first day. */
    YEAR,
    /** A time of a day, or hours passed. */
    TIME;

    private static final Set<Integer> TIMES = Set.of(18, 19, 20, 21, 32, 33, 45, 46, 47);
    private static final int MONTH_AND_YEAR = 17;

    /** What a format of a workbook shows: a code of its own, or else one of the built-in numbers. */
    static NumberFormat of(int id, @Nullable String code) {
        if (code != null) {
            return of(code);
        } else if (TIMES.contains(id)) {
            return TIME;
        } else if (id == MONTH_AND_YEAR) {
            return MONTH;
        }
        boolean day = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
        return day ? DAY : NUMBER;
    }

    /** What a code shows, in English or French letters: "d" or "j" a day, "y" or "a" a year, "m" a month or minutes. */
    static NumberFormat of(String code) {
        String letters = letters(code);
        if (letters.contains("[")) {
            return TIME;
        }
        boolean day = holds(letters, "dj");
        boolean year = holds(letters, "ya") || (letters.contains("e") && !holds(letters, "0#?"));
        boolean time = holds(letters, "hs");
        boolean month = letters.contains("m") && (!time || letters.contains("mmm"));
        if (day) {
            return DAY;
        } else if (month || year) {
            return month ? MONTH : YEAR;
        }
        return time || letters.contains("m") ? TIME : NUMBER;
    }

    private static boolean holds(String letters, String any) {
        return any.chars().anyMatch(each -> letters.indexOf(each) >= 0);
    }

    /** Small letters of the section for positive numbers: no quoted text, colours or locales; "[" for hours passed. */
    private static String letters(String code) {
        StringBuilder letters = new StringBuilder();
        int at = 0;
        while (at < code.length() && code.charAt(at) != ';') {
            char each = code.charAt(at);
            int end = at + 1;
            if (each == '"' || each == '[') {
                int closing = code.indexOf(each == '"' ? '"' : ']', at + 1);
                end = closing < 0 ? code.length() : closing + 1;
                letters.append(each == '[' && isElapsed(code.substring(at + 1, end - 1)) ? "[" : "");
            } else if (each == '\\' || each == '_' || each == '*') {
                end = Math.min(at + 2, code.length());
            } else {
                letters.append(each);
            }
            at = end;
        }
        return letters.toString()
                .toLowerCase(Locale.ROOT)
                .replace("am/pm", "")
                .replace("a/p", "")
                .replace("general", "")
                .replace("standard", "");
    }

    private static boolean isElapsed(String bracketed) {
        return !bracketed.isEmpty()
                && bracketed.toLowerCase(Locale.ROOT).chars().allMatch(each -> "hms".indexOf(each) >= 0);
    }
}
