package fr.jalon.provenance;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A place in a document, as citations name it.
 *
 * @param document public id of the document
 * @param unit what first and last count
 * @param first first line or entry, from 1
 * @param last last line or entry, not before the first
 * @param section heading it lies under, if one is known
 */
public record Place(
        String document,
        Unit unit,
        int first,
        int last,
        @Nullable String section) {

    private static final int LONGEST_SECTION = 70;

    /** What the numbers of a place count. */
    public enum Unit {
        /** Lines of a text. */
        LINE("l%04d", "ligne"),
        /** Entries of a list. */
        ENTRY("e%s", "entrée"),
        /** Pages of a publication. */
        PAGE("p%s", "page");

        private final String number;
        private final String word;

        Unit(String number, String word) {
            this.number = number;
            this.word = word;
        }
    }

    /** Public id, such as {@code citation/spm-2021/l0209-0213}; it depends on the document and the numbers alone. */
    public String id() {
        String start = String.format(Locale.ROOT, unit.number, first);
        String end = first == last
                ? ""
                : "-" + String.format(Locale.ROOT, unit.number, last).substring(1);
        return "citation/" + document.substring(document.indexOf('/') + 1) + "/" + start + end;
    }

    /** The place in French words, such as "2.1 Mieux connaître les données, lignes 209-213". */
    public String locator() {
        String numbers = first == last ? unit.word + " " + first : "%ss %s-%s".formatted(unit.word, first, last);
        return section == null ? numbers : shortened(section) + ", " + numbers;
    }

    private static String shortened(String section) {
        if (section.length() <= LONGEST_SECTION) {
            return section;
        }
        int border = section.lastIndexOf(' ', LONGEST_SECTION - 1);
        return section.substring(0, border > 0 ? border : LONGEST_SECTION - 1) + "…";
    }
}
