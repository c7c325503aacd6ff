package fr.jalon.seed.sheet;

import java.util.List;

/**
 * A sheet to be written; its first row is the heading.
 *
 * @param name on the tab
 * @param columns from the left
 * @param rows of texts, without the heading
 */
public record Page(String name, List<Column> columns, List<List<String>> rows) {

    /**
     * A column.
     *
     * @param heading its title
     * @param width in characters
     * @param choices texts to pick from, as a proposal; none for free text
     */
    public record Column(String heading, int width, List<String> choices) {}
}
