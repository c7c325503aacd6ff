package fr.jalon.seed.export;

import fr.jalon.fact.Edge;
import fr.jalon.fact.StatedNode;
import fr.jalon.schema.GraphType;
import fr.jalon.seed.Seed;
import fr.jalon.seed.file.SeedFile;
import fr.jalon.seed.load.SeedGraph;
import fr.jalon.seed.record.RecordKeys;
import fr.jalon.seed.record.SeedKey;
import fr.jalon.seed.record.SeedProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads exported files back and compares what they make with the graph they were written from. */
final class ExportCheck {

    private final RecordKeys keys;
    private final ExportedGraph graph;
    private final WrittenEdges edges;

    ExportCheck(RecordKeys keys, ExportedGraph graph, WrittenEdges edges) {
        this.keys = keys;
        this.graph = graph;
        this.edges = edges;
    }

    /** Throws {@link ExportException} unless all that files have a place for comes back; the rest is then left out. */
    void check(List<SeedFile> files, Seed seed) {
        if (!seed.check().isEmpty()) {
            throw new ExportException("seed files of this graph could not be loaded; the first of %s problems is %s"
                    .formatted(seed.check().size(), located(seed.check().get(0), files)));
        }
        SeedGraph made = SeedGraph.of(seed);
        Map<String, StatedNode> nodes = new HashMap<>();
        made.nodes().forEach(node -> nodes.put(node.id(), node));
        graph.nodes().values().forEach(node -> compare(node, nodes.get(node.id())));
        graph.edges().stream().filter(edge -> !made.edges().contains(edge)).forEach(this::missing);
    }

    private void compare(StatedNode node, @Nullable StatedNode made) {
        boolean listed = !keys.of(node.type()).isEmpty();
        if (made == null && !listed) {
            graph.leftOut().node(node.type().name());
            return;
        }
        if (made == null || !made.type().equals(node.type())) {
            throw lost(node.id(), "not come back");
        }
        for (String name : compared(node.type())) {
            Object value = node.values().get(name);
            Object back = made.values().get(name);
            if (!Objects.equals(value, back)) {
                throw lost(node.id(), "come back with %s %s instead of %s".formatted(name, back, value));
            }
        }
    }

    private List<String> compared(GraphType type) {
        List<String> names = new ArrayList<>();
        keys.of(type).forEach((name, key) -> {
            if (key instanceof SeedKey.Value) {
                names.add(name);
            }
        });
        if (type.name().equals(RecordKeys.CITATION)) {
            names.addAll(List.of("section", "part", "page"));
        }
        return names;
    }

    private void missing(Edge edge) {
        if (edges.contains(edge)) {
            throw lost(edge.from() + " -" + edge.type() + "-> " + edge.to(), "not come back");
        }
        graph.leftOut().relationship(edge.type());
    }

    private static ExportException lost(String what, String how) {
        return new ExportException("%s would %s from seed files".formatted(what, how));
    }

    /** The problem with the id of its record, since nobody can open the file. */
    private static String located(SeedProblem problem, List<SeedFile> files) {
        String record = files.stream()
                .filter(file -> file.path().equals(problem.file()))
                .flatMap(file -> file.text().lines().limit(problem.line()))
                .filter(line -> line.startsWith("  - id: "))
                .reduce("", (earlier, later) -> later)
                .replaceFirst("^  - id: ", "");
        return "%s: found %s; expected %s".formatted(record, problem.found(), problem.expected());
    }
}
