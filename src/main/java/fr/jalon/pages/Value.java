package fr.jalon.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a page shows of a field. */
sealed interface Value {

    /**
     * Words.
     *
     * @param number whether they are a number, which stands to the right in a table
     */
    record Text(String text, boolean number) implements Value {}

    /**
     * A calendar day.
     *
     * @param date as RFC 3339 writes it
     */
    record Day(String date, String words) implements Value {}

    /**
     * Another page.
     *
     * @param path below the root
     */
    record Link(String path, String text) implements Value {}

    /** An address of the web. */
    record Web(String url) implements Value {}

    /**
     * Several values.
     *
     * @param total how many there are, of which these may be the first
     */
    record Several(List<Value> values, long total) implements Value {

        boolean isCut() {
            return values.size() < total;
        }
    }

    /** A record inside another, with a link where it has a page of its own. */
    record Part(@Nullable Link title, List<Fact> facts, List<Source> sources) implements Value {}

    /**
     * A field and what it holds.
     *
     * @param field name in the contract
     * @param description in a sentence
     * @param judgement whether it is the curators' judgement
     * @param notes why it holds this, where no line prints it
     */
    record Fact(String field, String heading, String description, Value value, boolean judgement, List<Note> notes) {}

    /** Why a field holds what no line prints, and from which lines that is drawn. */
    record Note(String reason, List<Source> sources) {}

    /**
     * A place in a document.
     *
     * @param path of its own page
     * @param document title of the document; empty where the page tells it otherwise
     * @param link where to read it on the web
     * @param excerpt the lines themselves
     */
    record Source(
            String path,
            String locator,
            String document,
            @Nullable String link,
            @Nullable String page,
            @Nullable String excerpt) {

        /** The same without the name of its document. */
        Source untitled() {
            return new Source(path, locator, "", link, page, excerpt);
        }
    }
}
