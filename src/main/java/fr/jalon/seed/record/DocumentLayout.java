package fr.jalon.seed.record;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What begins at which line of a document.
 *
 * @param sections its headings, in the order of their lines
 * @param pages where its own table of contents or index says that pages begin, in the order of the lines
 */
public record DocumentLayout(List<Section> sections, List<Page> pages) {

    /** Of a record that is no document, or of a document of which nothing is known. */
    public static final DocumentLayout NONE = new DocumentLayout(List.of(), List.of());

    /** The running text: where no heading begins an annex or an index, and no table stands. */
    public static final String BODY = "BODY";

    /**
     * A heading.
     *
     * @param from its line, from 1
     * @param title as printed
     * @param part which part of the document it begins or goes on with; null for the running text
     */
    public record Section(int from, String title, @Nullable String part) {}

    /**
     * The page of a section or an action, as the document prints it.
     *
     * @param from the first line of the section or action, from 1
     * @param page the printed number; null where none is printed
     */
    public record Page(int from, @Nullable Integer page) {}

    /** The section that a line lies in; none above the first. */
    public Optional<Section> section(int line) {
        return sections.stream().filter(each -> each.from() <= line).reduce((earlier, later) -> later);
    }

    /** The part that the headings tell of a line: the running text where they tell of none. */
    public String part(int line) {
        return section(line).flatMap(each -> Optional.ofNullable(each.part())).orElse(BODY);
    }

    /** The page on which the section or action of a line begins; none where none is printed. */
    public Optional<Integer> page(int line) {
        return pages.stream()
                .filter(each -> each.from() <= line)
                .reduce((earlier, later) -> later)
                .flatMap(each -> Optional.ofNullable(each.page()));
    }
}
