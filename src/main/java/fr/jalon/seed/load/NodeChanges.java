package fr.jalon.seed.load;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What sets the nodes that the seed wants apart from those in the graph. */
final class NodeChanges {

    private final Contract contract;
    private final Set<String> contractLabels = new TreeSet<>();
    private final SortedMap<String, LoadReport.Counts> counts = new TreeMap<>();
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();

    NodeChanges(Contract contract, Collection<SeedNode> wanted, Map<String, StoredNode> stored) {
        this.contract = contract;
        contract.types().forEach(type -> contractLabels.addAll(type.labels()));
        Map<String, StoredNode> unwanted = new HashMap<>(stored);
        wanted.forEach(node -> compare(node, unwanted.remove(node.id())));
        unwanted.values().stream().filter(StoredNode::seeded).forEach(this::remove);
    }

    List<CypherStatement> statements() {
        return rows.isEmpty() ? List.of() : List.of(LoadStatements.mergeNodes(rows));
    }

    List<String> removed() {
        return removed;
    }

    SortedMap<String, LoadReport.Counts> counts() {
        return counts;
    }

    private void compare(SeedNode node, @Nullable StoredNode stored) {
        Set<String> labels = new TreeSet<>(node.type().labels());
        if (stored == null) {
            count(node.type(), new LoadReport.Counts(1, 1, 0, 0));
            row(node.id(), labels, Set.of(), node.properties());
            return;
        }
        Map<String, Object> changed = changed(node, stored);
        Set<String> stale = new TreeSet<>(stored.labels());
        stale.retainAll(contractLabels);
        stale.removeAll(labels);
        boolean same = stored.seeded()
                && changed.isEmpty()
                && stale.isEmpty()
                && stored.labels().containsAll(labels);
        count(node.type(), new LoadReport.Counts(1, 0, same ? 0 : 1, 0));
        if (!same) {
            row(node.id(), labels, stale, changed);
        }
    }

    /** New values by name; null for a property that the seed no longer gives. */
    private static Map<String, Object> changed(SeedNode node, StoredNode stored) {
        Map<String, Object> changed = new HashMap<>();
        for (String name : NodeProperties.names(node.type())) {
            @Nullable Object value = node.properties().get(name);
            if (!Objects.equals(value, stored.properties().get(name))) {
                changed.put(name, value);
            }
        }
        return changed;
    }

    private void row(String id, Set<String> added, Set<String> removed, Map<String, Object> properties) {
        rows.add(Map.of(
                "id", id, "added", List.copyOf(added), "removed", List.copyOf(removed), "properties", properties));
    }

    private void remove(StoredNode node) {
        removed.add(node.id());
        contract.types().stream()
                .filter(type -> !type.isAbstract() && node.labels().contains(type.name()))
                .findFirst()
                .ifPresent(type -> count(type, new LoadReport.Counts(0, 0, 0, 1)));
    }

    private void count(GraphType type, LoadReport.Counts more) {
        counts.merge(type.name(), more, LoadReport.Counts::plus);
    }
}
