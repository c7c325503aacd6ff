package fr.jalon.seed.record;

import fr.jalon.schema.GraphType;
import fr.jalon.schema.Route;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds records by id, and what is linked to them from either end. */
public final class SeedIndex {

    private final Map<String, SeedRecord> byId = new LinkedHashMap<>();
    private final Map<End, Set<String>> others = new LinkedHashMap<>();
    private final Map<String, List<SeedCitation>> citations;

    private record End(String id, String type, boolean outgoing) {}

    /** Of a draft that is read to its end. */
    public SeedIndex(SeedDraft draft) {
        draft.records().forEach(each -> byId.putIfAbsent(each.id(), each));
        for (SeedLink link : draft.links()) {
            SeedEdge edge = link.edge();
            add(new End(edge.from(), edge.type(), true), edge.to());
            add(new End(edge.to(), edge.type(), false), edge.from());
        }
        citations = draft.citations().stream().collect(Collectors.groupingBy(SeedCitation::owner));
    }

    private void add(End end, String other) {
        others.computeIfAbsent(end, key -> new TreeSet<>()).add(other);
    }

    /** The record of an id. */
    public Optional<SeedRecord> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The places that state the record of an id itself, in the order of the files. */
    public List<SeedCitation> citations(String id) {
        return citations.getOrDefault(id, List.of());
    }

    /** Ids of every record of these types. */
    public List<String> ids(Collection<String> types) {
        List<String> ids = new ArrayList<>();
        byId.forEach((id, each) -> {
            if (types.contains(each.type().name())) {
                ids.add(id);
            }
        });
        return ids;
    }

    /** Ids at the other end of a relationship of the record, sorted. */
    public Set<String> others(String id, Route.Step step) {
        return others.getOrDefault(new End(id, step.type(), step.outgoing()), Set.of());
    }

    /** Ids that a field of the record leads to by one relationship, sorted. */
    public Set<String> others(String id, GraphType type, String field) {
        return type.relationship(field)
                .filter(each -> each.route() instanceof Route.Step)
                .map(each -> others(id, (Route.Step) each.route()))
                .orElse(Set.of());
    }
}
