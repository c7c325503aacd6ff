package fr.jalon.seed.load;

import fr.jalon.provenance.Place;
import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.Route;
import fr.jalon.seed.record.RecordKeys;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedEdge;
import fr.jalon.seed.record.SeedPlace;
import fr.jalon.seed.record.SeedRecord;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes one citation of each place, in its document, and leads the records there. */
final class CitationNodes {

    private final GraphType type;
    private final String inDocument;
    private final List<SeedPlace> places;
    private final Map<String, SeedRecord> documents = new HashMap<>();

    CitationNodes(Contract contract, SeedDraft draft) {
        this.type = contract.type(RecordKeys.CITATION);
        this.inDocument = type.relationship("document")
                .map(field -> ((Route.Step) field.route()).type())
                .orElseThrow();
        this.places = draft.places();
        draft.records().stream()
                .filter(each -> each.type().name().equals(RecordKeys.DOCUMENT))
                .forEach(each -> documents.put(each.id(), each));
    }

    void add(List<SeedNode> nodes, Set<SeedEdge> edges) {
        Map<String, SeedNode> citations = new LinkedHashMap<>();
        for (SeedPlace each : places) {
            Place place = place(each);
            citations.computeIfAbsent(
                    place.id(), id -> new SeedNode(type, id, NodeProperties.completed(type, values(place))));
            edges.add(new SeedEdge(place.id(), inDocument, place.document()));
            edges.add(new SeedEdge(each.owner(), each.step().type(), place.id()));
        }
        nodes.addAll(citations.values());
    }

    private Place place(SeedPlace each) {
        SeedRecord document =
                Objects.requireNonNull(documents.get(each.document().id()));
        Place.Unit unit = Place.Unit.valueOf(String.valueOf(document.values().get("unit")));
        return new Place(document.id(), unit, each.first(), each.last(), section(document, each.first()));
    }

    private static @Nullable String section(SeedRecord document, int line) {
        String title = null;
        for (SeedRecord.Section each : document.sections()) {
            if (each.from() <= line) {
                title = each.title();
            }
        }
        return title;
    }

    private static Map<String, Object> values(Place place) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("locator", place.locator());
        values.put("firstLine", (long) place.first());
        values.put("lastLine", (long) place.last());
        if (place.section() != null) {
            values.put("section", place.section());
        }
        return values;
    }
}
