package fr.jalon.seed.export;

import fr.jalon.fact.Edge;
import fr.jalon.fact.StatedNode;
import fr.jalon.schema.Contract;
import fr.jalon.schema.Route;
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

    /** A citation that names lines or entries of a document. */
    record Cited(String document, long first, long last, String section) implements Comparable<Cited> {

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
                ? Optional.of(new Cited(document, first, last, String.valueOf(values.getOrDefault("section", ""))))
                : Optional.empty();
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
        String title = "";
        for (Cited each : of(byId.keySet()).toList()) {
            if (each.document().equals(document)
                    && !each.section().isEmpty()
                    && !each.section().equals(title)) {
                title = each.section();
                Map<String, Object> section = new LinkedHashMap<>();
                section.put("from", each.first());
                section.put("title", title);
                sections.add(section);
            }
        }
        return sections;
    }

    private static Object oneOrAll(List<Object> values) {
        return values.size() == 1 ? values.get(0) : values;
    }
}
