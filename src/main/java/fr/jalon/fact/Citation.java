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
 * @param context where in the document that is
 */
public record Citation(String document, Unit unit, int first, int last, Context context) {

    private static final String TYPE = "Citation";
    private static final int LONGEST_SECTION = 70;

    /**
     * What is known of the surroundings of a citation.
     *
     * @param section heading it lies under
     * @param part part of the document, a value of the contract's {@code DocumentPart}
     * @param page page on which its section or action begins, as printed
     * @param link address at which it can be read
     * @param excerpt the cited lines
     */
    public record Context(
            @Nullable String section,
            @Nullable String part,
            @Nullable Integer page,
            @Nullable String link,
            @Nullable String excerpt) {

        /** Where nothing is known. */
        public static final Context NONE = new Context(null, null, null, null, null);
    }

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
        putKnown(values, "section", context.section());
        putKnown(values, "part", context.part());
        putKnown(values, "page", context.page() == null ? null : Long.valueOf(context.page()));
        putKnown(values, "link", context.link());
        putKnown(values, "excerpt", context.excerpt());
        return StatedNode.whole(contract.type(TYPE), id(), values);
    }

    private static void putKnown(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
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
        return context.section() == null ? numbers : shortened(context.section()) + ", " + numbers;
    }

    private static String shortened(String section) {
        if (section.length() <= LONGEST_SECTION) {
            return section;
        }
        int border = section.lastIndexOf(' ', LONGEST_SECTION - 1);
        return section.substring(0, border > 0 ? border : LONGEST_SECTION - 1) + "…";
    }
}
