package fr.jalon.summary;

import java.util.regex.Pattern;

/** Text as HTML and XML take it, set as French is printed. */
final class HtmlText {

    private static final Pattern BEFORE_MARK = Pattern.compile(" (?=[:;?!»%])");
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})'(?=\\p{L})");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n\\r]]");

    private HtmlText() {}

    /** French marks do not start a line, and an apostrophe is a comma raised. */
    static String of(String text) {
        String spaced = BEFORE_MARK.matcher(text).replaceAll("\u00a0").replace("« ", "«\u00a0");
        return attribute(APOSTROPHE.matcher(spaced).replaceAll("’"));
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
