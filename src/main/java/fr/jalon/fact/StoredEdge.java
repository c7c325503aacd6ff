package fr.jalon.fact;

import fr.jalon.neo4j.Transaction;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A relationship as it is in the graph.
 *
 * @param edge between two nodes that have ids
 * @param origin name of who wrote it; null when that one took it back
 * @param others who states it besides
 * @param properties names of all of them
 */
public record StoredEdge(Edge edge, @Nullable String origin, Set<String> others, Set<String> properties) {

    /** Every relationship between nodes that have ids, whoever wrote it. */
    public static List<StoredEdge> all(Transaction transaction) {
        return transaction.run(FactStatements.allEdges()).stream()
                .map(StoredEdge::of)
                .toList();
    }

    /** What documents say of the relationships that reports stand over. */
    public static List<Edge> stated(Transaction transaction) {
        return new History(transaction)
                .statedEdges().entrySet().stream()
                        .flatMap(each -> Stream.ofNullable(each.getValue())
                                .map(end -> new Edge(
                                        each.getKey().id(), each.getKey().type(), end)))
                        .toList();
    }

    /** Whether nobody but people who report states it. */
    public boolean isReported() {
        return Origin.REPORT.name().equals(origin) && others.isEmpty();
    }

    /** Reads a row of {@link FactStatements#edges}. */
    static StoredEdge of(Object[] row) {
        return new StoredEdge(Edge.of(row), (String) row[3], names(row[4]), names(row[5]));
    }

    /** The same once somebody states it too. */
    StoredEdge statedBy(Origin who) {
        if (origin == null || origin.equals(who.name())) {
            return new StoredEdge(edge, who.name(), others, properties);
        }
        Set<String> more = new TreeSet<>(others);
        more.add(who.name());
        return new StoredEdge(edge, origin, more, properties);
    }

    /** The same once somebody takes it back: of those who state it besides the first is its origin then. */
    StoredEdge takenBackBy(Origin who) {
        Set<String> rest = new TreeSet<>(others);
        if (!who.name().equals(origin)) {
            rest.remove(who.name());
            return new StoredEdge(edge, origin, rest, properties);
        }
        @Nullable String next = rest.isEmpty() ? null : rest.iterator().next();
        rest.removeIf(name -> name.equals(next));
        return new StoredEdge(edge, next, rest, properties);
    }

    private static Set<String> names(@Nullable Object list) {
        Set<String> names = new TreeSet<>();
        if (list instanceof Collection<?> all) {
            all.forEach(name -> names.add(String.valueOf(name)));
        }
        return names;
    }
}
