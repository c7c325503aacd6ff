package fr.jalon.seed.file;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a YAML file as the marks of its parser count it: YAML 1.1 breaks lines at more characters than others do.
 *
 * @param text without what ends it
 * @param end what ends it; empty at the end of a file that no break ends
 */
record YamlLine(String text, String end) {

    private static final String BREAKS = "\n\u0085\u2028\u2029";

    /** All lines of a text, which joined with their ends are the same text. */
    static List<YamlLine> of(String text) {
        List<YamlLine> lines = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            if (endsAt(text, at)) {
                boolean windows = text.charAt(at) == '\n' && at > start && text.charAt(at - 1) == '\r';
                int end = windows ? at - 1 : at;
                lines.add(new YamlLine(text.substring(start, end), text.substring(end, at + 1)));
                start = at + 1;
            }
        }
        if (start < text.length()) {
            lines.add(new YamlLine(text.substring(start), ""));
        }
        return lines;
    }

    /** The line of a place in a text, from 1. */
    static int line(String text, int place) {
        int line = 1;
        for (int at = 0; at < place; at++) {
            line += endsAt(text, at) ? 1 : 0;
        }
        return line;
    }

    private static boolean endsAt(String text, int at) {
        char each = text.charAt(at);
        boolean alone = each == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n');
        return alone || BREAKS.indexOf(each) >= 0;
    }
}
