package fr.jalon.seed.sheet;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * A cell of a spreadsheet.
 *
 * @param text what it shows, composed (NFC) and without space around it; a date in ISO form, a number without needless
 *     zeros; of a fault, the words that name it
 * @param kind what the spreadsheet holds it for
 */
public record Cell(String text, Kind kind) {

    /** A cell with nothing in it. */
    public static final Cell EMPTY = new Cell("", Kind.TEXT);

    /** What failed formulas show, in English and in French. */
    private static final Set<String> FAILED = Set.of(
            "#NULL!",
            "#DIV/0!",
            "#VALUE!",
            "#REF!",
            "#NAME?",
            "#NUM!",
            "#N/A",
            "#NUL!",
            "#VALEUR!",
            "#NOM?",
            "#NOMBRE!");

    /** What a spreadsheet holds a cell for. */
    public enum Kind {
        /** Words, or digits as they were typed. */
        TEXT,
        /** A number. */
        NUMBER,
        /** A day, a month, a year or a time. */
        DATE,
        /** What has no value, such as a formula that failed. */
        FAULT
    }

    /** A cell with words in it. */
    public static Cell text(String text) {
        String spaced = text.replace('\u00a0', ' ').replace("\r\n", "\n").replace('\r', '\n');
        String stripped = Normalizer.normalize(spaced, Normalizer.Form.NFC).strip();
        if (FAILED.contains(stripped.toUpperCase(Locale.ROOT))) {
            return failed(stripped);
        }
        return stripped.isEmpty() ? EMPTY : new Cell(stripped, Kind.TEXT);
    }

    static Cell failed(String error) {
        return new Cell("the failed formula " + error, Kind.FAULT);
    }

    /** Whether nothing is in it. */
    public boolean isEmpty() {
        return text.isEmpty();
    }
}
