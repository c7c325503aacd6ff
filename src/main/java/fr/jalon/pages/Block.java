package fr.jalon.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a text, in plain text that whatever writes it escapes. */
public sealed interface Block {

    /** A whole text in French, in the order in which it is read. */
    record Text(String title, List<Block> blocks) {}

    /**
     * A title of what follows.
     *
     * @param level 2 for a section, 3 for a part of one
     */
    record Heading(int level, String text) implements Block {

        boolean isSection() {
            return level == 2;
        }
    }

    /** Sentences. */
    record Paragraph(String text) implements Block {}

    /** A list, an item a line. */
    record Lines(List<Line> lines) implements Block {}

    /**
     * An item of a list.
     *
     * @param mark what cells refer to it by
     * @param url where to read more
     */
    record Line(
            @Nullable String mark, String text, @Nullable String url) {}

    /**
     * A table whose first column names its rows.
     *
     * @param caption what the rows are
     * @param rows as many cells a row as there are columns
     */
    record Table(String caption, List<Column> columns, List<List<Cell>> rows) implements Block {}

    /**
     * A column.
     *
     * @param width in percent of the table's
     */
    record Column(String title, int width) {}

    /** What a cell says, an entry or several. */
    record Cell(List<List<Piece>> entries) {

        /** A cell of one entry. */
        public static Cell of(String text) {
            return of(List.of(new Plain(text)));
        }

        /** A cell of one entry. */
        public static Cell of(List<Piece> entry) {
            return new Cell(List.of(entry));
        }
    }

    /** A piece of a sentence. */
    sealed interface Piece {
        /** What is written. */
        String text();
    }

    /** Text like any other. */
    record Plain(String text) implements Piece {}

    /** Text that stands out. */
    record Strong(String text) implements Piece {}

    /** The mark of an item. */
    record Mark(String text) implements Piece {}
}
