package fr.jalon.seed.export;

import fr.jalon.fact.StatedNode;
import fr.jalon.schema.RelationshipField;
import fr.jalon.seed.file.NestedIds;
import fr.jalon.seed.record.RecordKeys;
import fr.jalon.seed.record.SeedKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes nodes of any type, with what lives inside them, as the records that a seed file lists. */
final class ExportedRecords {

    private final RecordKeys keys;
    private final ExportedGraph graph;
    private final WrittenEdges edges;
    private final ExportedCitations citations;

    ExportedRecords(RecordKeys keys, ExportedGraph graph, WrittenEdges edges, ExportedCitations citations) {
        this.keys = keys;
        this.graph = graph;
        this.edges = edges;
        this.citations = citations;
    }

    /** The record, in the order of the contract; places that name no document lie in the one given. */
    Map<String, Object> record(StatedNode node, String document) {
        Map<String, Object> record = new LinkedHashMap<>();
        keys.of(node.type()).forEach((name, key) -> {
            Object value = value(node, name, key, document);
            if (value != null) {
                record.put(name, value);
            }
        });
        if (NestedIds.isDistinct(node.type(), node.id(), record)) {
            record.put(RecordKeys.DISTINCT, true);
        }
        return record;
    }

    /** The places that state the record and what lives inside it. */
    Stream<ExportedCitations.Cited> citations(StatedNode node) {
        return keys.of(node.type()).entrySet().stream().flatMap(each -> {
            Collection<String> others = edges.others(node.id(), each.getKey());
            return each.getValue() instanceof SeedKey.Nested
                    ? nodes(others).flatMap(this::citations)
                    : each.getValue() instanceof SeedKey.Citations ? citations.of(others) : Stream.empty();
        });
    }

    private @Nullable Object value(StatedNode node, String name, SeedKey key, String document) {
        if (key instanceof SeedKey.Id) {
            return node.id();
        } else if (key instanceof SeedKey.Value) {
            return node.values().get(name);
        } else if (key instanceof SeedKey.Distinct) {
            return null;
        } else if (key instanceof SeedKey.Sections) {
            List<Map<String, Object>> sections = citations.sections(node.id());
            return sections.isEmpty() ? null : sections;
        } else if (key instanceof SeedKey.Pages) {
            List<Map<String, Object>> pages = citations.pages(node.id());
            return pages.isEmpty() ? null : pages;
        }
        Collection<String> others = edges.others(node.id(), name);
        return others.isEmpty() ? null : related((SeedKey.Related) key, others, document);
    }

    private Object related(SeedKey.Related key, Collection<String> others, String document) {
        if (key instanceof SeedKey.Citations) {
            return citations.at(others, document);
        } else if (key instanceof SeedKey.PeriodText) {
            return oneOrMany(
                    key.field(),
                    nodes(others)
                            .map(period ->
                                    (Object) String.valueOf(period.values().get("label")))
                            .toList());
        } else if (key instanceof SeedKey.Nested) {
            return oneOrMany(
                    key.field(),
                    nodes(others)
                            .sorted(Comparator.comparing(this::firstCitation))
                            .map(nested -> (Object) record(nested, document))
                            .toList());
        }
        return oneOrMany(key.field(), List.copyOf(others));
    }

    /** Sorts what stands nowhere before all else. */
    private ExportedCitations.Cited firstCitation(StatedNode node) {
        return citations(node).min(Comparator.naturalOrder()).orElse(ExportedCitations.Cited.NOWHERE);
    }

    private Stream<StatedNode> nodes(Collection<String> ids) {
        return ids.stream().map(id -> Objects.requireNonNull(graph.nodes().get(id)));
    }

    private static Object oneOrMany(RelationshipField field, List<?> values) {
        return field.shape() == RelationshipField.Shape.ONE && values.size() == 1
                ? values.get(0)
                : new ArrayList<>(values);
    }
}
