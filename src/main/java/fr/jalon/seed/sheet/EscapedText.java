package fr.jalon.seed.sheet;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of workbooks, in which {@code _x000D_} stands for a character (ECMA-376, part 1, 22.9.2.19, ST_Xstring). */
final class EscapedText {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private EscapedText() {}

    /** The text that is meant; what an escaped underscore begins is no escape itself. */
    static String decoded(String text) {
        return text.contains("_x") ? ESCAPE.matcher(text).replaceAll(EscapedText::character) : text;
    }

    private static String character(MatchResult escape) {
        return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16)));
    }

    /** The text as it is written so that it is read the same: what looks like an escape, and what XML cannot hold. */
    static String encoded(String text) {
        Matcher escape = ESCAPE.matcher(text);
        StringBuilder encoded = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            int each = text.codePointAt(at);
            if (each == '_' && escape.region(at, text.length()).lookingAt()) {
                encoded.append("_x005F_");
            } else if (isXml(each)) {
                encoded.appendCodePoint(each);
            } else {
                encoded.append(String.format(Locale.ROOT, "_x%04X_", each));
            }
            at += Character.charCount(each);
        }
        return encoded.toString();
    }

    private static boolean isXml(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }
}
