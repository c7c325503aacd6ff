package fr.jalon.summary;

import java.util.regex.Pattern;

/** Text as HTML and XML take it, set as French is printed. */
final class HtmlText {

    /** Before a double mark, and between a unit or an acronym and its number. */
    private static final Pattern UNBROKEN = Pattern.compile(
            " (?=[:;?!»%])|(?<=«) |(?<=\\b(?:lignes?|entrées?|pages?)) (?=\\d)|(?<=\\p{Lu}{2}) (?=A?\\d)");

    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})'(?=\\p{L})");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n\\r]]");

    private HtmlText() {}

    /** No line breaks where French has none, and an apostrophe is a comma raised. */
    static String of(String text) {
        String unbroken = UNBROKEN.matcher(text).replaceAll("\u00a0");
        return attribute(APOSTROPHE.matcher(unbroken).replaceAll("’"));
    }

    /** The value of an attribute in double quotes, as it is. */
    static String attribute(String text) {
        return CONTROL.matcher(text)
                .replaceAll("")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
