package fr.jalon.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a list shows.
 *
 * @param total how many there are, of which the rows may be some
 * @param columns each to show or to hide
 * @param next address of the next page
 * @param formats addresses of the whole list in other formats
 */
record ListView(
        String title,
        String intro,
        long total,
        List<Head> heads,
        List<Row> rows,
        List<Facet> facets,
        List<Choice> columns,
        Optional<String> next,
        List<Choice> formats,
        ListDefinition list,
        Address address) {

    /**
     * The head of a column.
     *
     * @param href address of the list in that order; null where it has none
     * @param sorted as {@code aria-sort} says it
     */
    record Head(String name, @Nullable String href, String sorted) {}

    /** A node. */
    record Row(String id, List<Cell> cells) {}

    /** A value under the name of its column; null where there is none. */
    record Cell(String name, @Nullable Value value) {

        boolean isNumber() {
            return value instanceof Value.Text text && text.number();
        }
    }

    /** What narrows the list. */
    record Facet(String name, boolean judgement, List<Choice> choices) {

        boolean isChosen() {
            return choices.stream().anyMatch(Choice::chosen);
        }
    }

    /** A link that changes one thing of the address. */
    record Choice(String name, long count, boolean chosen, String href) {}

    /** Whether the rows are not all. */
    boolean isCut() {
        return rows.size() < total;
    }

    /** The parameters that a form of the page keeps. */
    List<Kept> kept(String... others) {
        return address.parameters().entrySet().stream()
                .filter(each -> !List.of(others).contains(each.getKey())
                        && !each.getKey().equals(ListDefinition.AFTER))
                .flatMap(each -> each.getValue().stream().map(value -> new Kept(each.getKey(), value)))
                .toList();
    }

    /** A parameter that goes on. */
    record Kept(String name, String value) {}

    String words() {
        return address.first(ListDefinition.SEARCH).orElse("");
    }

    /** What is chosen of all facets, each a link that gives it up. */
    List<Choice> chosen() {
        return facets.stream()
                .flatMap(facet -> facet.choices().stream())
                .filter(Choice::chosen)
                .toList();
    }

    /** The same list from its first page. */
    String start() {
        return address.without(ListDefinition.AFTER).href();
    }

    /** The list without any filter. */
    String everything() {
        return address.to(address.path(), Map.of()).href();
    }
}
