package fr.jalon.seed.load;

import fr.jalon.fact.Calendar;
import fr.jalon.fact.Citation;
import fr.jalon.fact.Edge;
import fr.jalon.fact.StatedNode;
import fr.jalon.schema.Contract;
import fr.jalon.seed.Seed;
import fr.jalon.seed.record.CitedParts;
import fr.jalon.seed.record.DocumentLayout;
import fr.jalon.seed.record.RecordKeys;
import fr.jalon.seed.record.SeedCitation;
import fr.jalon.seed.record.SeedDraft;
import fr.jalon.seed.record.SeedEdge;
import fr.jalon.seed.record.SeedRecord;
import fr.jalon.seed.source.SourceTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Every node and relationship that the seed states, each once.
 *
 * @param nodes with ids of their own
 * @param edges between these nodes
 */
public record SeedGraph(List<StatedNode> nodes, Set<Edge> edges) {

    /** The graph that a seed makes; throws {@link fr.jalon.seed.InvalidSeedException} when it has problems. */
    public static SeedGraph of(Seed seed) {
        seed.requireSound();
        SeedDraft draft = seed.draft();
        SeedGraph graph = new SeedGraph(new ArrayList<>(), new LinkedHashSet<>());
        draft.records().forEach(each -> graph.add(each, seed.texts()));
        draft.links().forEach(link -> graph.add(link.edge()));
        Calendar calendar = new Calendar(seed.contract(), draft.periods());
        graph.nodes.addAll(calendar.nodes());
        graph.edges.addAll(calendar.edges());
        graph.addCitations(seed);
        return graph;
    }

    private void add(SeedRecord each, SourceTexts texts) {
        Map<String, Object> values = new LinkedHashMap<>(each.values());
        if (each.type().name().equals(RecordKeys.DOCUMENT)) {
            values.put("textAvailable", texts.text(each).isPresent());
        }
        nodes.add(StatedNode.whole(each.type(), each.id(), values));
    }

    private void add(SeedEdge edge) {
        edges.add(new Edge(edge.from(), edge.type(), edge.to()));
    }

    /** Makes one citation of each place, in its document, and leads the records there. */
    private void addCitations(Seed seed) {
        Contract contract = seed.contract();
        CitedParts parts = new CitedParts(seed.draft());
        Map<String, SeedRecord> documents = new HashMap<>();
        seed.documents().forEach(each -> documents.put(each.id(), each));
        Map<String, StatedNode> citations = new LinkedHashMap<>();
        for (SeedCitation each : seed.draft().citations()) {
            SeedRecord document =
                    Objects.requireNonNull(documents.get(each.document().id()));
            Citation citation = citation(document, each, context(document, each, parts, seed.texts()));
            citations.computeIfAbsent(citation.id(), id -> citation.node(contract));
            edges.add(citation.inDocument(contract));
            edges.add(new Edge(each.owner(), each.step().type(), citation.id()));
        }
        nodes.addAll(citations.values());
    }

    private static Citation citation(SeedRecord document, SeedCitation place, Citation.Context context) {
        Citation.Unit unit = Citation.Unit.valueOf(document.text("unit"));
        return new Citation(document.id(), unit, place.first(), place.last(), context);
    }

    private static Citation.Context context(
            SeedRecord document, SeedCitation place, CitedParts parts, SourceTexts texts) {
        DocumentLayout layout = document.layout();
        Optional<Integer> page = layout.page(place.first());
        String url = document.text("url");
        return new Citation.Context(
                layout.section(place.first()).map(DocumentLayout.Section::title).orElse(null),
                parts.part(place).orElse(null),
                page.orElse(null),
                url.isEmpty()
                        ? null
                        : url + page.map(number -> "#page=" + number).orElse(""),
                texts.text(document)
                        .map(text -> text.excerpt(place.first(), place.last()))
                        .filter(excerpt -> !excerpt.isEmpty())
                        .orElse(null));
    }
}
