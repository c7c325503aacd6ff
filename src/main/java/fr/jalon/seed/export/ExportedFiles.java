package fr.jalon.seed.export;

import fr.jalon.fact.StatedNode;
import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphField;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.RelationshipField;
import fr.jalon.schema.Route;
import fr.jalon.seed.file.SeedFile;
import fr.jalon.seed.file.SeedFileReader;
import fr.jalon.seed.file.SeedFolder;
import fr.jalon.seed.file.YamlWriter;
import fr.jalon.seed.record.RecordKeys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the files of an export: in each the types in the order of the contract, and their records sorted by id. */
final class ExportedFiles {

    private static final String HEAD =
            "# Written by `jalon export` from the graph, which does not keep the comments of files written by hand.";
    private static final String SECTIONS_HEAD =
            "# A section begins at the first line that is cited of it; its heading may stand some lines above.";

    private final Contract contract;
    private final WrittenEdges edges;
    private final @Nullable String documents;
    private final ExportedRecords records;
    private final SortedMap<String, Map<String, List<StatedNode>>> byPath = new TreeMap<>();

    ExportedFiles(Contract contract, ExportedGraph graph, WrittenEdges edges, ExportedRecords records) {
        this.contract = contract;
        this.edges = edges;
        this.documents = contract.type(RecordKeys.DOCUMENT).seedKey();
        this.records = records;
        for (GraphType type : contract.types()) {
            String key = type.seedKey();
            if (key != null) {
                graph.nodes().values().stream()
                        .filter(node -> node.type().equals(type))
                        .forEach(node -> byPath.computeIfAbsent(path(node), path -> new LinkedHashMap<>())
                                .computeIfAbsent(key, list -> new ArrayList<>())
                                .add(node));
            }
        }
    }

    /** The files, sorted by path. */
    List<SeedFile> files() {
        return byPath.entrySet().stream()
                .map(each -> new SeedFile(each.getKey(), text(each.getKey(), each.getValue())))
                .toList();
    }

    private String text(String path, Map<String, List<StatedNode>> lists) {
        String document = document(lists.values());
        YamlWriter writer = new YamlWriter();
        writer.line("# yaml-language-server: $schema=" + (path.contains("/") ? "../" : "") + SeedFolder.SCHEMA);
        writer.line(HEAD);
        if (lists.containsKey(documents)) {
            writer.line(SECTIONS_HEAD);
        }
        if (!document.isEmpty()) {
            writer.line(SeedFileReader.DEFAULT_DOCUMENT + ": " + document);
        }
        lists.forEach((key, nodes) -> writer.list(
                key, nodes.stream().map(node -> records.record(node, document)).toList()));
        return writer.text();
    }

    /** The document that is cited most, the first of several; empty where none is. */
    private String document(Collection<List<StatedNode>> lists) {
        Map<String, Long> citations = lists.stream()
                .flatMap(List::stream)
                .flatMap(records::citations)
                .map(ExportedCitations.Cited::document)
                .filter(SeedFileReader::isId)
                .collect(Collectors.groupingBy(document -> document, Collectors.counting()));
        Comparator<Map.Entry<String, Long>> most = Map.Entry.comparingByValue(Comparator.reverseOrder());
        return citations.entrySet().stream()
                .min(most.thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /**
     * Path inside the seed folder, that of its type or of the one other record it always belongs to, such as {@code themes.yaml} or {@code roadmaps/spm-2021.yaml}.
     */
    private String path(StatedNode node) {
        for (GraphField each : node.type().fields().values()) {
            if (each instanceof RelationshipField field && isHome(node.type(), field)) {
                Optional<String> home = edges.others(node.id(), field.name()).stream()
                        .filter(SeedFileReader::isId)
                        .findFirst();
                if (home.isPresent()) {
                    String slug = home.get().substring(home.get().indexOf('/'));
                    return contract.type(field.target()).seedKey() + slug + ".yaml";
                }
            }
        }
        return Objects.requireNonNull(node.type().seedKey()) + ".yaml";
    }

    /** Whether each record of a type belongs to one other by the field, and is among those which that one lists. */
    private boolean isHome(GraphType type, RelationshipField field) {
        GraphType target = contract.type(field.target());
        return field.nonNull()
                && field.shape() == RelationshipField.Shape.ONE
                && target.seedKey() != null
                && field.route() instanceof Route.Step step
                && target.fields().values().stream()
                        .anyMatch(each -> each instanceof RelationshipField back
                                && back.target().equals(type.name())
                                && back.route().equals(new Route.Step(step.type(), !step.outgoing())));
    }
}
