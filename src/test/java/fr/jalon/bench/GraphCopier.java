package fr.jalon.bench;

import fr.jalon.bench.GraphTemplate.Inner;
import fr.jalon.bench.GraphTemplate.SourceNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/** Writes copies of a template into the graph it was read from; the same copies every time. */
final class GraphCopier {

    private static final String ID = "id";
    private static final String ORIGIN = "origin";

    /** A server that finds the seed changed leaves these alone. */
    private static final String COPY = "copy";

    private final GraphDatabaseService graph;
    private final GraphTemplate template;

    GraphCopier(GraphDatabaseService graph, GraphTemplate template) {
        this.graph = graph;
        this.template = template;
    }

    /**
     * Writes one copy in a transaction of its own.
     *
     * @param number which one it is; no other copy has it
     * @param more how many copies of the resources belong to it besides the first
     */
    void copy(int number, int more) {
        Random random = new Random(number);
        Set<Integer> all = IntStream.range(0, template.nodes().size())
                .boxed()
                .collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new));
        try (Transaction transaction = graph.beginTx()) {
            Writing writing = new Writing(transaction, random);
            Map<Integer, Node> first = writing.copy(all, Map.of(), String.format(Locale.ROOT, "/%05d-", number));
            for (int i = 1; i <= more; i++) {
                writing.copy(template.resources(), first, String.format(Locale.ROOT, "/%05d-%02d-", number, i));
            }
            transaction.commit();
        }
    }

    private final class Writing {

        private final Transaction transaction;
        private final Random random;

        Writing(Transaction transaction, Random random) {
            this.transaction = transaction;
            this.random = random;
        }

        /** Copies the nodes at some places; others that their relationships touch are those given. */
        Map<Integer, Node> copy(Set<Integer> places, Map<Integer, Node> others, String mark) {
            Map<Integer, Node> nodes = new HashMap<>(others);
            places.forEach(place -> nodes.put(place, node(template.nodes().get(place), mark)));
            nodes.forEach((place, node) -> {
                SourceNode source = template.nodes().get(place);
                for (Inner inner : source.inner()) {
                    if (places.contains(place) || places.contains(inner.end())) {
                        link(node, inner.type(), Objects.requireNonNull(nodes.get(inner.end())));
                    }
                }
                if (places.contains(place)) {
                    source.draws().forEach((type, draws) -> drawn(draws).forEach(end -> link(node, type, end)));
                }
            });
            return nodes;
        }

        private Node node(SourceNode source, String mark) {
            Node node = transaction.createNode(source.labels().toArray(Label[]::new));
            Map<String, Object> properties = new HashMap<>(source.properties());
            properties.put(ID, String.valueOf(properties.get(ID)).replaceFirst("/", mark));
            properties.put(ORIGIN, COPY);
            properties.forEach(node::setProperty);
            return node;
        }

        private List<Node> drawn(List<List<Node>> draws) {
            return draws.get(random.nextInt(draws.size()));
        }

        private static void link(Node start, RelationshipType type, Node end) {
            start.createRelationshipTo(end, type);
        }
    }
}
