package fr.jalon.seed.export;

import fr.jalon.fact.Edge;
import fr.jalon.fact.StatedNode;
import fr.jalon.schema.Contract;
import fr.jalon.seed.record.RecordKeys;
import fr.jalon.seed.record.SeedKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which record writes each relationship, under which key: the one it leaves, or else the one it reaches. */
final class WrittenEdges {

    private final Contract contract;
    private final RecordKeys keys;
    private final Map<String, Map<String, Set<String>>> others = new HashMap<>();
    private final Set<Edge> written = new HashSet<>();
    private final Set<String> named = new HashSet<>();

    private record Written(String owner, String name, SeedKey.Related key, String other) {}

    WrittenEdges(Contract contract, RecordKeys keys, ExportedGraph graph) {
        this.contract = contract;
        this.keys = keys;
        for (Edge each : graph.edges()) {
            place(each, graph).ifPresent(place -> {
                written.add(each);
                named.add(place.other());
                others.computeIfAbsent(place.owner(), id -> new TreeMap<>())
                        .computeIfAbsent(place.name(), name -> new TreeSet<>())
                        .add(place.other());
            });
        }
    }

    /** Ids that a record has under a key, sorted. */
    Set<String> others(String id, String key) {
        return others.getOrDefault(id, Map.of()).getOrDefault(key, Set.of());
    }

    /** Whether a record writes it. */
    boolean contains(Edge edge) {
        return written.contains(edge);
    }

    /** Whether a record names the node of that id. */
    boolean names(String id) {
        return named.contains(id);
    }

    /** A record that lives in its owner's is written there, whatever else could name it. */
    private Optional<Written> place(Edge edge, ExportedGraph graph) {
        StatedNode from = Objects.requireNonNull(graph.nodes().get(edge.from()));
        StatedNode to = Objects.requireNonNull(graph.nodes().get(edge.to()));
        List<Written> places = Stream.concat(places(from, edge, true, to), places(to, edge, false, from))
                .toList();
        return places.stream()
                .filter(place -> place.key() instanceof SeedKey.Nested)
                .findFirst()
                .or(() -> places.stream().findFirst());
    }

    private Stream<Written> places(StatedNode owner, Edge edge, boolean outgoing, StatedNode other) {
        return keys.of(owner.type()).entrySet().stream()
                .filter(each -> each.getValue() instanceof SeedKey.Related)
                .map(each -> new Written(owner.id(), each.getKey(), (SeedKey.Related) each.getValue(), other.id()))
                .filter(each -> each.key().step().type().equals(edge.type())
                        && each.key().step().outgoing() == outgoing
                        && contract.type(each.key().field().target())
                                .members()
                                .contains(other.type().name()));
    }
}
