package fr.jalon.fact;

import fr.jalon.schema.Contract;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place in a document as what states a fact.
 *
 * @param document public id of the document
 * @param unit what first and last count
 * @param first first line or entry, from 1
 * @param last last line or entry, not before the first
 * @param section heading it lies under, if one is known
 */
public record Citation(
        String document,
        Unit unit,
        int first,
        int last,
        @Nullable String section) {

    private static final String TYPE = "Citation";
    private static final int LONGEST_SECTION = 70;

    /** What the numbers of a citation count. */
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

    /** Its node. */
    public StatedNode node(Contract contract) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("locator", locator());
        values.put("firstLine", (long) first);
        values.put("lastLine", (long) last);
        if (section != null) {
            values.put("section", section);
        }
        return StatedNode.whole(contract.type(TYPE), id(), values);
    }

    /** The relationship that leads from it to its document. */
    public Edge inDocument(Contract contract) {
        return new Edge(id(), Edge.type(contract.type(TYPE), "document"), document);
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
