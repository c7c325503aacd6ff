package fr.jalon.summary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a summary, in plain text that the writers escape. */
sealed interface Block {

    /**
     * A title of what follows.
     *
     * @param level 2 for a section, 3 for a part of one
     */
    record Heading(int level, String text) implements Block {}

    /** Sentences. */
    record Paragraph(String text) implements Block {}

    /** A list, an item a line. */
    record Lines(List<Line> lines) implements Block {}

    /**
     * A table whose first column names its rows.
     *
     * @param caption what the rows are
     * @param rows as many cells a row as there are columns
     */
    record Table(String caption, List<String> columns, List<List<String>> rows) implements Block {}

    /** An item of a list, with an address to read more at. */
    record Line(String text, @Nullable String url) {}
}
