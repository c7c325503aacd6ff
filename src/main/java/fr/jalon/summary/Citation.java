package fr.jalon.summary;

import org.jspecify.annotations.Nullable;

/** A place in a document: in words, and from which number to which. */
record Citation(String locator, int firstLine, int lastLine, Document document) {

    /**
     * A source.
     *
     * @param unit what its numbers count
     */
    record Document(String id, String title, @Nullable String url, String unit) {}
}
