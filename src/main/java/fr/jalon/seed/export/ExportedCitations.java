package fr.jalon.seed.export;

import fr.jalon.fact.Edge;
import fr.jalon.fact.StatedNode;
import fr.jalon.schema.Contract;
import fr.jalon.schema.Route;
import fr.jalon.seed.record.CitedParts;
import fr.jalon.seed.record.DocumentLayout;
import fr.jalon.seed.record.RecordKeys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes citations as places of documents, and the sections of a document as those of its citations. */
final class ExportedCitations {

    private final Map<String, Cited> byId = new HashMap<>();

    /** A citation that names lines or entries of a document, with what is known of its surroundings. */
    record Cited(
            String document,
            long first,
            long last,
            String section,
            String part,
            @Nullable Object page) implements Comparable<Cited> {

        /** Sorts before all others. */
        static final Cited NOWHERE = new Cited("", 0, 0, "", "", null);

        private static final Comparator<Cited> ORDER = Comparator.comparing(Cited::document)
                .thenComparingLong(Cited::first)
                .thenComparingLong(Cited::last);

        @Override
        public int compareTo(Cited other) {
            return ORDER.compare(this, other);
        }

        private Object lines() {
            return first == last ? (Object) first : first + "-" + last;
        }
    }

    /** Takes the citations that a record names: only these come back when the files are loaded. */
    ExportedCitations(Contract contract, ExportedGraph graph, WrittenEdges edges) {
        String inDocument = contract.type(RecordKeys.CITATION)
                .relationship("document")
                .map(field -> ((Route.Step) field.route()).type())
                .orElseThrow();
        for (Edge each : graph.edges()) {
            if (each.type().equals(inDocument) && edges.names(each.from())) {
                StatedNode citation = Objects.requireNonNull(graph.nodes().get(each.from()));
                cited(citation, each.to()).ifPresent(place -> byId.put(citation.id(), place));
            }
        }
    }

    private static Optional<Cited> cited(StatedNode citation, String document) {
        Map<String, @Nullable Object> values = citation.values();
        return values.get("firstLine") instanceof Long first && values.get("lastLine") instanceof Long last
                ? Optional.of(new Cited(
                        document, first, last, text(values, "section"), text(values, "part"), values.get("page")))
                : Optional.empty();
    }

    private static String text(Map<String, @Nullable Object> values, String name) {
        return String.valueOf(values.getOrDefault(name, ""));
    }

    /** The places that these citations name, in the order of documents and lines. */
    Stream<Cited> of(Collection<String> citations) {
        return citations.stream().map(byId::get).filter(Objects::nonNull).sorted();
    }

    /** What stands under `at`; lines alone lie in the document given. */
    Object at(Collection<String> citations, String document) {
        List<Object> places = new ArrayList<>();
        SortedMap<String, List<Object>> elsewhere = new TreeMap<>();
        of(citations).forEach(each -> {
            List<Object> lines = each.document().equals(document)
                    ? places
                    : elsewhere.computeIfAbsent(each.document(), id -> new ArrayList<>());
            lines.add(each.lines());
        });
        elsewhere.forEach((other, lines) -> {
            Map<String, Object> place = new LinkedHashMap<>();
            place.put("document", other);
            place.put("lines", oneOrAll(lines));
            places.add(place);
        });
        return oneOrAll(places);
    }

    /** What stands under `sections`: each from the first line that is cited of it. */
    List<Map<String, Object>> sections(String document) {
        List<Map<String, Object>> sections = new ArrayList<>();
        Map<String, Object> heading = Map.of();
        for (Cited each : in(document)) {
            Map<String, Object> found = heading(each);
            if (!each.section().isEmpty() && !found.equals(heading)) {
                heading = found;
                sections.add(from(each, found));
            }
        }
        return sections;
    }

    /** Tables are records of their own, and the running text is what no heading tells otherwise. */
    private static Map<String, Object> heading(Cited cited) {
        Map<String, Object> heading = new LinkedHashMap<>();
        heading.put("title", cited.section());
        if (!List.of("", DocumentLayout.BODY, CitedParts.TABLE).contains(cited.part())) {
            heading.put("part", cited.part());
        }
        return heading;
    }

    /** What stands under `pages`: each from the first line that is cited of it. */
    List<Map<String, Object>> pages(String document) {
        List<Map<String, Object>> pages = new ArrayList<>();
        @Nullable Object page = null;
        for (Cited each : in(document)) {
            if (!Objects.equals(each.page(), page)) {
                page = each.page();
                pages.add(from(each, page == null ? Map.of() : Map.of("page", page)));
            }
        }
        return pages;
    }

    private List<Cited> in(String document) {
        return of(byId.keySet())
                .filter(each -> each.document().equals(document))
                .toList();
    }

    private static Map<String, Object> from(Cited cited, Map<String, Object> entry) {
        Map<String, Object> from = new LinkedHashMap<>();
        from.put("from", cited.first());
        from.putAll(entry);
        return from;
    }

    private static Object oneOrAll(List<Object> values) {
        return values.size() == 1 ? values.get(0) : values;
    }
}
