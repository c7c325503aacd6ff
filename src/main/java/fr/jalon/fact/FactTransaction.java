package fr.jalon.fact;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.cypher.RouteStatement;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.Transaction;
import fr.jalon.period.Period;
import fr.jalon.schema.Contract;
import fr.jalon.schema.GraphType;
import fr.jalon.schema.RelationshipField;
import fr.jalon.schema.Route;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one origin states and takes back while no other writes; all of it holds or none does. */
public final class FactTransaction {

    private static final String WITHDRAWAL = "WITHDRAWAL";

    private final Transaction transaction;
    private final Contract contract;
    private final Origin origin;
    private final Set<String> labels = new HashSet<>();
    private final Revision before;
    private Revision after;
    private final History history;
    private final Map<History.Varied, @Nullable String> stated;
    private final Map<List<String>, History.Varied> variedByEdge = new HashMap<>();
    private Revision.Moment moment;
    private boolean changed;

    private FactTransaction(Transaction transaction, Contract contract, Origin origin) {
        this.transaction = transaction;
        this.contract = contract;
        this.origin = origin;
        contract.types().forEach(type -> labels.addAll(type.labels()));
        before = Revision.read(transaction);
        after = before;
        moment = Revision.Moment.last(transaction);
        history = new History(transaction);
        stated = origin.equals(Origin.SEED) ? history.statedEdges() : Map.of();
        stated.keySet().forEach(each -> variedByEdge.put(List.of(each.id(), each.type()), each));
    }

    /**
     * Does work that writes what an origin states, under the lock of the revision, which it advances if a fact changed.
     *
     * <p>The work runs again when a passing failure met it. Fails with a {@link fr.jalon.neo4j.GraphException}.
     */
    public static <T extends @Nullable Object> T write(
            Graph graph, Contract contract, Origin origin, Function<FactTransaction, T> work) {
        return graph.write(transaction -> {
            Revision.lock(transaction);
            FactTransaction facts = new FactTransaction(transaction, contract, origin);
            T result = work.apply(facts);
            facts.advance();
            return result;
        });
    }

    private void advance() {
        if (changed || !after.equals(before)) {
            after.advance(transaction, moment);
        }
    }

    /** The revision as it was when nobody else could write any more. */
    public Revision before() {
        return before;
    }

    /** Notes the seed that the graph holds from here on. */
    public void loaded(Revision seed) {
        after = seed;
        transaction.run(HistoryStatements.restateProperties());
    }

    /**
     * Enters in the history what somebody reports, and has the fields that vary by it hold what they do from then on: of a
     * withdrawal, whose effects name those of the change that it withdraws without a value, what would have stood without it.
     *
     * @param clock when it came in
     */
    public Report.Entry report(Report report, Report.Author author, Instant clock) {
        moment = moment.next(clock);
        return enterByKind(report, author);
    }

    private Report.Entry enterByKind(Report report, Report.Author author) {
        return report.kind().equals(WITHDRAWAL) ? enterWithdrawal(report, author) : enter(report, author);
    }

    private Report.Entry enter(Report report, Report.Author author) {
        changed = true;
        Report.Entry entry = new Report.Entry(ChangeNode.id(moment.number()), moment.number());
        String about = report.about().id();
        state(List.of(ChangeNode.of(entry, report, author, moment, contract)));
        transaction.run(HistoryStatements.record(entry.id(), about, ChangeNode.kept(report, author)));
        if (report.answers() != null) {
            transaction.run(HistoryStatements.answer(entry.id(), report.answers()));
        }
        if (report.creates() != null) {
            create(report.about(), report.creates());
        }
        bring(report.about(), report.effects(), 1);
        return entry;
    }

    private void create(Report.Subject owner, Report.Creation creation) {
        Report.Subject node = creation.node();
        state(List.of(new StatedNode(node.type(), node.id(), Map.of())));
        relate(Set.of(new Edge(owner.id(), Edge.type(owner.type(), creation.field()), node.id())));
    }

    private Report.Entry enterWithdrawal(Report report, Report.Author author) {
        long withdrawn = Objects.requireNonNull(report.answers());
        transaction.run(HistoryStatements.withdraw(withdrawn, moment.number()));
        Report.Entry entry = enter(report.withoutEffects(), author);
        bring(report.about(), report.effects(), 0);
        return entry;
    }

    /** The fields that a change gave a value, without the values. */
    public List<Report.Effect> effects(long number) {
        String change = ChangeNode.id(number);
        StoredNode node = nodes(List.of(change)).get(change);
        List<Report.Effect> effects = new ArrayList<>();
        Object kept = node == null ? null : node.properties().get("effects");
        for (Object each : kept instanceof List<?> all ? all : List.of()) {
            Report.Effect.Named named = Report.Effect.Named.of(String.valueOf(each));
            StoredNode target = nodes(List.of(named.target())).get(named.target());
            Optional.ofNullable(target)
                    .flatMap(this::type)
                    .ifPresent(type -> effects.add(
                            new Report.Effect(new Report.Subject(type, named.target()), named.field(), null)));
        }
        return effects;
    }

    /** Enters what was entered in another graph, with the number and the moment that it has there. */
    public void replay(Report report, Report.Author author, long number, OffsetDateTime enteredAt) {
        moment = new Revision.Moment(number, enteredAt);
        enterByKind(report, author);
    }

    /** Has fields hold what they do by all reports, and the node count those that are new. */
    private void bring(Report.Subject about, List<Report.Effect> effects, int reports) {
        effects.forEach(this::requirePeriod);
        Map<Report.Effect, @Nullable Object> current =
                history.rewrite(about.id(), effects, this::statedValue, moment.number());
        Map<Report.Subject, Map<String, @Nullable Object>> values = new LinkedHashMap<>();
        current.forEach((effect, value) -> {
            if (effect.target().type().property(effect.field()).isPresent()) {
                values.computeIfAbsent(effect.target(), none -> new HashMap<>()).put(effect.field(), value);
            }
        });
        StoredNode node = Objects.requireNonNull(nodes(List.of(about.id())).get(about.id()));
        values.computeIfAbsent(about, none -> new HashMap<>()).put(StoredNode.VERSION, node.version() + reports);
        state(values.entrySet().stream()
                .map(each -> new StatedNode(each.getKey().type(), each.getKey().id(), each.getValue()))
                .toList());
    }

    /** A period that no document names may not be in the graph yet. */
    private void requirePeriod(Report.Effect effect) {
        boolean leads = effect.target()
                .type()
                .relationship(effect.field())
                .filter(field -> field.target().equals(Calendar.TYPE))
                .isPresent();
        if (leads && effect.value() != null) {
            Period period = Period.parse(effect.value());
            if (nodes(List.of(period.id())).isEmpty()) {
                Calendar calendar = new Calendar(contract, Set.of(period));
                state(calendar.nodes());
                relate(new LinkedHashSet<>(calendar.edges()));
            }
        }
    }

    /** What documents say of a field. */
    private @Nullable Object statedValue(Report.Effect effect) {
        Report.Subject target = effect.target();
        if (target.type().field(effect.field()).orElseThrow() instanceof RelationshipField related) {
            return history.end(target.id(), ((Route.Step) related.route()).type());
        }
        StoredNode node = nodes(List.of(target.id())).get(target.id());
        return node == null ? null : node.field(effect.field()).statedBeneath();
    }

    /** Those of these nodes that there are, as they stand, by id. */
    public Map<String, StoredNode> nodes(Collection<String> ids) {
        List<Object[]> rows = ids.isEmpty() ? List.of() : transaction.run(FactStatements.nodes(ids));
        return rows.stream().map(StoredNode::of).collect(Collectors.toMap(StoredNode::id, node -> node));
    }

    /** Ids of the nodes that a route leads to from a node, in their order. */
    public List<String> ends(String id, Route route) {
        return transaction.run(RouteStatement.ends(id, route)).stream()
                .map(row -> String.valueOf(row[0]))
                .toList();
    }

    /** Reads, within this transaction, what is as it is now. */
    public <T extends @Nullable Object> T read(Function<Transaction, T> reading) {
        return reading.apply(transaction);
    }

    /** What was answered under a key: hash of the body, ids of the node and the change; nothing where it is new. */
    public Optional<List<String>> receipt(String key) {
        return transaction.run(HistoryStatements.receipt(key)).stream()
                .findFirst()
                .map(row -> Stream.of(row).map(String::valueOf).toList());
    }

    /** Notes what is answered under a key, for ever. */
    public void keep(Report.Receipt receipt, String node, long change) {
        transaction.run(HistoryStatements.keep(receipt, node, ChangeNode.id(change)));
    }

    /** Ids of all nodes of which the origin states something. */
    public Set<String> ownNodes() {
        return transaction.run(FactStatements.nodesOf(origin)).stream()
                .map(row -> String.valueOf(row[0]))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** All relationships that the origin states. */
    public Set<Edge> ownEdges() {
        Set<Edge> own = transaction.run(FactStatements.edgesOf(origin)).stream()
                .map(Edge::of)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        stated.forEach((varied, end) -> {
            if (end != null) {
                own.add(new Edge(varied.id(), varied.type(), end));
            }
        });
        return own;
    }

    /** Of these, those that reports stand over, each with where it is kept. */
    private Map<Edge, History.Varied> varied(Set<Edge> edges) {
        Map<Edge, History.Varied> varied = new LinkedHashMap<>();
        if (!variedByEdge.isEmpty()) {
            for (Edge edge : edges) {
                History.Varied found = variedByEdge.get(List.of(edge.from(), edge.type()));
                if (found != null) {
                    varied.put(edge, found);
                }
            }
        }
        return varied;
    }

    /** The type of the contract whose node this is, if it has one. */
    public Optional<GraphType> type(StoredNode node) {
        return contract.types().stream()
                .filter(type -> !type.isAbstract() && node.labels().contains(type.name()))
                .findFirst();
    }

    /** States nodes, one change for each; what others state of them stands. */
    public List<NodeChange> state(Collection<StatedNode> nodes) {
        Map<String, StoredNode> stored =
                nodes(nodes.stream().map(StatedNode::id).toList());
        List<NodeChange> changes = nodes.stream()
                .map(node -> NodeChange.of(node, stored.get(node.id()), origin, labels))
                .toList();
        List<Map<String, Object>> rows = changes.stream()
                .filter(change -> change.effect() != NodeChange.Effect.NONE)
                .map(NodeChange::row)
                .toList();
        run(rows, FactStatements::mergeNodes);
        return changes;
    }

    /** States relationships between nodes that there are; says how many were not there, whoever stated them. */
    public int relate(Set<Edge> edges) {
        Set<Edge> missing = new LinkedHashSet<>(edges);
        Map<Edge, History.Varied> varied = varied(edges);
        varied.forEach((edge, each) -> restate(each, edge.to()));
        missing.removeAll(varied.keySet());
        List<List<@Nullable Object>> shared = new ArrayList<>();
        for (StoredEdge each : stored(edges)) {
            StoredEdge both = each.statedBy(origin);
            if (missing.remove(each.edge()) && !both.equals(each)) {
                shared.add(row(each, both));
            }
        }
        run(shared, FactStatements::attributeEdges);
        run(rows(missing), rows -> FactStatements.createEdges(rows, origin));
        return missing.size() + varied.size();
    }

    /**
     * Takes back what the origin stated. A node of which others state something, or to which they are linked, stays as it
     * was stated last, with what leads out of it.
     */
    public void withdraw(Set<String> nodes, Set<Edge> edges) {
        Set<String> kept = kept(nodes, edges);
        withdrawEdges(edges, kept);
        if (nodes.isEmpty()) {
            return;
        }
        List<StatedNode> nothing = nodes(kept).values().stream()
                .filter(node -> !origin.name().equals(node.origin()))
                .flatMap(node -> type(node).stream().map(type -> StatedNode.whole(type, node.id(), Map.of())))
                .toList();
        state(nothing);
        run(List.copyOf(nodes), ids -> FactStatements.releaseNodes(ids, origin));
        Set<String> gone = new TreeSet<>(nodes);
        gone.removeAll(kept);
        run(List.copyOf(gone), FactStatements::deleteNodes);
    }

    /** Those of the nodes that others need, and what leads out of them. */
    private Set<String> kept(Set<String> nodes, Set<Edge> edges) {
        if (nodes.isEmpty()) {
            return Set.of();
        }
        Map<String, List<Edge>> leaving = edges.stream().collect(Collectors.groupingBy(Edge::from));
        Set<String> kept = new HashSet<>();
        Deque<String> next = new ArrayDeque<>();
        transaction.run(FactStatements.sharedNodes(nodes, origin)).forEach(row -> next.add(String.valueOf(row[0])));
        while (!next.isEmpty()) {
            String id = next.remove();
            if (nodes.contains(id) && kept.add(id)) {
                leaving.getOrDefault(id, List.of()).forEach(edge -> next.add(edge.to()));
            }
        }
        return kept;
    }

    private void restate(History.Varied varied, @Nullable String end) {
        history.restate(varied, end);
        stated.put(varied, end);
        changed = true;
    }

    private void withdrawEdges(Set<Edge> edges, Set<String> kept) {
        varied(edges).forEach((edge, each) -> {
            if (edge.to().equals(stated.get(each))) {
                restate(each, null);
            }
        });
        Set<Edge> gone = new LinkedHashSet<>();
        List<List<@Nullable Object>> rest = new ArrayList<>();
        for (StoredEdge each : stored(edges)) {
            StoredEdge without = each.takenBackBy(origin);
            if (edges.contains(each.edge()) && !without.equals(each)) {
                if (without.origin() == null && !kept.contains(each.edge().from())) {
                    gone.add(each.edge());
                } else {
                    rest.add(row(each, without));
                }
            }
        }
        run(rest, FactStatements::attributeEdges);
        run(rows(gone), rows -> FactStatements.deleteEdges(rows, origin));
    }

    private List<StoredEdge> stored(Set<Edge> edges) {
        if (edges.isEmpty()) {
            return List.of();
        }
        Set<String> from = edges.stream().map(Edge::from).collect(Collectors.toSet());
        return transaction.run(FactStatements.edges(from)).stream()
                .map(StoredEdge::of)
                .toList();
    }

    private static List<@Nullable Object> row(StoredEdge before, StoredEdge after) {
        Edge edge = before.edge();
        String origin = before.origin() == null ? "" : before.origin();
        List<String> others = after.others().isEmpty() ? null : List.copyOf(after.others());
        return Arrays.asList(edge.from(), edge.type(), edge.to(), origin, after.origin(), others);
    }

    private static List<List<String>> rows(Set<Edge> edges) {
        return edges.stream()
                .map(edge -> List.of(edge.from(), edge.type(), edge.to()))
                .toList();
    }

    private <R> void run(List<R> rows, Function<List<R>, CypherStatement> statement) {
        if (!rows.isEmpty()) {
            transaction.run(statement.apply(rows));
            changed = true;
        }
    }
}
