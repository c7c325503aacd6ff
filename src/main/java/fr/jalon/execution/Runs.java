package fr.jalon.execution;

import fr.jalon.answer.Completion;
import fr.jalon.answer.Completion.FieldError;
import fr.jalon.answer.JsonBuffer;
import fr.jalon.answer.RootRows;
import fr.jalon.cost.GraphCounts;
import fr.jalon.cost.HeaviestPart;
import fr.jalon.cost.RowEstimate;
import fr.jalon.cypher.CypherStatement;
import fr.jalon.cypher.ReadStatements;
import fr.jalon.cypher.RelatedStatements;
import fr.jalon.execution.Failure.Refused;
import fr.jalon.execution.Operation.Answer;
import fr.jalon.execution.Operation.Root;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.GraphNode;
import fr.jalon.neo4j.NodeTransaction;
import fr.jalon.neo4j.Transaction;
import fr.jalon.plan.RootPlan;
import fr.jalon.schema.Contract;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs operations that are ready, unless they would cost too much. */
final class Runs {

    private final Contract contract;
    private final Graph graph;
    private final OperationLimits limits;
    private final Supplier<GraphCounts> counts;
    private final Reads reads;

    /** @param counts of the graph at the moment */
    Runs(Contract contract, Graph graph, OperationLimits limits, Supplier<GraphCounts> counts) {
        this.contract = contract;
        this.graph = graph;
        this.limits = limits;
        this.counts = counts;
        this.reads = new Reads(graph);
    }

    /** Fails with {@link Refused} before anything runs, and with a {@code GraphException}. */
    Answer run(Operation operation, Extras extras) {
        if (extras.explain() && !limits.explain()) {
            throw Refused.badRequest("This server tells no statements; whoever runs it may allow it by --explain.");
        }
        long rows = affordable(operation);
        Map<String, Object> extensions = new LinkedHashMap<>();
        if (extras.cost() || extras.estimate()) {
            extensions.put("cost", Map.of("estimate", rows, "limit", limits.of(Limit.ROWS)));
        }
        if (extras.explain()) {
            extensions.put("explain", Extras.Explanation.of(operation, graph));
        }
        return (extras.estimate() ? Answer.unread() : reads.answer(operation)).with(rows, extensions);
    }

    /** The rows of the answer, as estimated; fails with {@link Refused} that tells of the root field that has most. */
    long affordable(Operation operation) {
        if (operation.plans().isEmpty()) {
            return 0;
        }
        RowEstimate estimate = new RowEstimate(contract, counts.get());
        long rows = operation.plans().stream().mapToLong(estimate::rows).sum();
        if (rows > limits.of(Limit.ROWS)) {
            throw tooMany(operation, rows, estimate);
        }
        return rows;
    }

    private Refused tooMany(Operation operation, long rows, RowEstimate estimate) {
        RootPlan most = operation.plans().stream()
                .max(Comparator.comparingLong(estimate::rows))
                .orElseThrow();
        HeaviestPart part = estimate.heaviest(most);
        String message = "The answer may hold about %s rows; at most %s are allowed."
                + " Ask for shorter pages, or for fewer lists within lists: about %s rows are in %s.";
        return new Refused(Failure.at(
                ErrorCode.TOO_COSTLY,
                message.formatted(rows, limits.of(Limit.ROWS), part.rows(), String.join(".", part.path())),
                List.of(most.resultKey())));
    }

    /** Runs operations: every root field is read with its own statements, all in one read transaction. */
    static final class Reads {

        private final Graph graph;
        private final KnownMoments moments;

        Reads(Graph graph) {
            this.graph = graph;
            this.moments = new KnownMoments(graph);
        }

        /** The answer of an operation, as JSON, and what it lacks; fails with a {@code GraphException}. */
        Answer answer(Operation operation) {
            return answer(operation, read(operation).iterator());
        }

        private static Answer answer(Operation operation, Iterator<RootRows> found) {
            JsonBuffer json = new JsonBuffer();
            List<FieldError> errors = new ArrayList<>();
            try {
                json.open('{');
                for (Root root : operation.roots()) {
                    json.name(root.resultKey());
                    write(root, found, json, errors, operation.texts());
                }
                json.close('}');
            } catch (Completion.Missing e) {
                json.cutTo(0);
                json.value(null);
            }
            return new Answer(json, errors.stream().map(Failure::of).toList(), 0, Map.of());
        }

        private List<RootRows> read(Operation operation) {
            List<ReadStatements> statements = operation.statements();
            if (statements.isEmpty()) {
                return List.of();
            }
            graph.prepare(
                    statements.stream().flatMap(each -> each.all().stream()).toList());
            return graph.read(
                    transaction -> operation
                            .reads()
                            .map(each -> read(each, transaction))
                            .toList(),
                    operation.patience());
        }

        private static void write(
                Root root, Iterator<RootRows> found, JsonBuffer json, List<FieldError> errors, List<String> texts) {
            if (root instanceof Root.Constant constant) {
                json.raw(constant.json());
            } else if (root instanceof Root.Read read) {
                new Completion(read.resultKey(), json, errors, texts).write(read.plan(), found.next());
            } else {
                compute((Root.Computed) root, found, json, errors);
            }
        }

        private static void compute(
                Root.Computed root, Iterator<RootRows> found, JsonBuffer json, List<FieldError> errors) {
            Answer answer = answer(root.question(), found);
            if (answer.failures().isEmpty()) {
                root.selection()
                        .write(
                                root.field()
                                        .answer(root.arguments(), answer.data().toMap()),
                                json);
                return;
            }
            String message = answer.failures().get(0).message();
            errors.add(new FieldError(FieldError.Cause.GRAPH, message, List.of(root.resultKey())));
            throw new Completion.Missing();
        }

        private RootRows read(Root.Read read, Transaction transaction) {
            return read(read.plan(), moments.statements(read, transaction), transaction);
        }

        /** Reads a field by statements that the transaction has planned or plans. */
        static RootRows read(RootPlan plan, ReadStatements statements, Transaction transaction) {
            RootRows found = rows(statements, transaction);
            RelatedStatements related = statements.related();
            return related == null
                    ? found
                    : found.with(new NodeReads((NodeTransaction) transaction, related).rows(plan, found.rows()));
        }

        private static RootRows rows(ReadStatements statements, Transaction transaction) {
            if (statements.matches().isEmpty()) {
                return rows(statements, transaction::run);
            }
            NodeTransaction nodes = (NodeTransaction) transaction;
            Set<GraphNode> matched = matched(statements.matches(), nodes);
            return rows(statements, statement -> nodes.run(statement, matched)).counted(matched.size());
        }

        /** The nodes that each of the statements finds. */
        private static Set<GraphNode> matched(List<CypherStatement> matches, NodeTransaction transaction) {
            Set<GraphNode> matched = found(matches.get(0), transaction);
            matches.stream().skip(1).forEach(each -> matched.retainAll(found(each, transaction)));
            return matched;
        }

        private static Set<GraphNode> found(CypherStatement statement, NodeTransaction transaction) {
            return new LinkedHashSet<>(LevelReads.nodes(rows(transaction.run(statement)), 0));
        }

        private static RootRows rows(
                ReadStatements statements, Function<CypherStatement, List<@Nullable Object[]>> run) {
            CypherStatement count = statements.count();
            CypherStatement rows = statements.rows();
            CypherStatement facets = statements.facets();
            CypherStatement suggestions = statements.suggestions();
            return new RootRows(
                    rows == null ? List.of() : rows(run.apply(rows)),
                    count == null ? 0 : (Long) only(run.apply(count)),
                    facets == null ? List.of() : (List<?>) only(run.apply(facets)),
                    suggestions == null ? List.of() : rows(run.apply(suggestions)));
        }

        private static Object only(List<@Nullable Object[]> rows) {
            return Objects.requireNonNull(rows.get(0)[0]);
        }

        private static List<List<?>> rows(List<@Nullable Object[]> rows) {
            List<List<?>> lists = new ArrayList<>(rows.size());
            rows.forEach(row -> lists.add((List<?>) Objects.requireNonNull(row[0])));
            return lists;
        }
    }
}
