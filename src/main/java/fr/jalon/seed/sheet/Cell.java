package fr.jalon.seed.sheet;

/**
 * A cell of a spreadsheet.
 *
 * @param text what it shows, without space around it; a date in ISO form, a number without needless zeros
 * @param kind what the spreadsheet holds it for
 */
public record Cell(String text, Kind kind) {

    /** A cell with nothing in it. */
    public static final Cell EMPTY = new Cell("", Kind.TEXT);

    /** What a spreadsheet holds a cell for. */
    public enum Kind {
        /** Words, or digits as they were typed. */
        TEXT,
        /** A number. */
        NUMBER,
        /** A day. */
        DATE,
        /** A formula that failed, such as {@code #REF!}. */
        FAULT
    }

    /** A cell with words in it. */
    public static Cell text(String text) {
        String stripped = text.replace('\u00a0', ' ').strip();
        return stripped.isEmpty() ? EMPTY : new Cell(stripped, Kind.TEXT);
    }

    /** Whether nothing is in it. */
    public boolean isEmpty() {
        return text.isEmpty();
    }
}
