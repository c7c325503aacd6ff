package fr.jalon.seed.export;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what the graph holds and seed files have no place for. */
final class LeftOut {

    private final SortedMap<String, Integer> counts = new TreeMap<>();

    void node(String labels) {
        count("nodes of " + labels);
    }

    void relationship(String type) {
        count("relationships " + type);
    }

    void property(String owner, String name) {
        count("properties %s.%s".formatted(owner, name));
    }

    /** A line for each kind, with its count. */
    List<String> lines() {
        return counts.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .toList();
    }

    private void count(String kind) {
        counts.merge(kind, 1, Integer::sum);
    }
}
