package fr.jalon.execution;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.cypher.ReadStatements;
import fr.jalon.execution.Operation.Root;
import fr.jalon.neo4j.Graph;
import fr.jalon.neo4j.Transaction;
import fr.jalon.plan.Page;
import fr.jalon.plan.RootPlan;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs operations: every root field is read with its own statements, all in one read transaction. */
final class Reads {

    private final Graph graph;

    Reads(Graph graph) {
        this.graph = graph;
    }

    /** The answer of an operation, as JSON, and what it lacks; fails with a {@code GraphException}. */
    Answer answer(Operation operation) {
        return answer(operation, read(operation).iterator());
    }

    private static Answer answer(Operation operation, Iterator<Found> found) {
        JsonBuffer json = new JsonBuffer();
        List<Failure> failures = new ArrayList<>();
        try {
            json.open('{');
            for (Root root : operation.roots()) {
                json.name(root.resultKey());
                write(root, found, json, failures, operation.texts());
            }
            json.close('}');
        } catch (Completion.Missing e) {
            json.cutTo(0);
            json.value(null);
        }
        return new Answer(json, failures, 0, Map.of());
    }

    private List<Found> read(Operation operation) {
        List<ReadStatements> statements = operation.statements();
        if (statements.isEmpty()) {
            return List.of();
        }
        graph.prepare(statements.stream().flatMap(each -> each.all().stream()).toList());
        return graph.read(
                transaction -> statements.stream()
                        .map(each -> Found.by(each, transaction))
                        .toList(),
                operation.patience());
    }

    private static void write(
            Root root, Iterator<Found> found, JsonBuffer json, List<Failure> failures, List<String> texts) {
        if (root instanceof Root.Known known) {
            json.raw(known.json());
        } else if (root instanceof Root.Read read) {
            complete(read.plan(), found.next(), new Completion(read.resultKey(), json, failures, texts));
        } else {
            compute((Root.Computed) root, found, json, failures);
        }
    }

    private static void compute(Root.Computed root, Iterator<Found> found, JsonBuffer json, List<Failure> failures) {
        Answer answer = answer(root.question(), found);
        if (answer.failures().isEmpty()) {
            root.selection().write(root.answer().apply(answer.data().toMap()), json);
            return;
        }
        String message = answer.failures().get(0).message();
        failures.add(Failure.at(ErrorCode.INTERNAL, message, List.of(root.resultKey())));
        throw new Completion.Missing();
    }

    private static void complete(RootPlan plan, Found found, Completion completion) {
        if (plan instanceof RootPlan.One one) {
            completion.nullable(
                    one.node(), found.rows().isEmpty() ? null : found.rows().get(0));
        } else if (plan instanceof RootPlan.Many many) {
            completion.nullableNodes(many.node(), found.rows());
        } else if (plan instanceof RootPlan.Paths paths) {
            completion.paths(paths, found.rows());
        } else if (plan instanceof RootPlan.Neighbours neighbours) {
            completion.neighbours(neighbours, found.rows());
        } else if (plan instanceof RootPlan.Counts counts) {
            completion.counts(counts, found.rows());
        } else {
            completion.connection(page(plan), found.rows(), found.count(), found.facets(), found.suggestions(plan));
        }
    }

    private static Page page(RootPlan plan) {
        return plan instanceof RootPlan.OfType ofType ? ofType.page() : ((RootPlan.Search) plan).page();
    }

    /**
     * What the statements of a root field found.
     *
     * @param rows one list a row
     * @param count zero where no count was asked for
     * @param facets a list a facets field
     * @param near for each word that occurs nowhere, texts with words near it
     */
    private record Found(List<List<?>> rows, long count, List<?> facets, List<List<?>> near) {

        static Found by(ReadStatements statements, Transaction transaction) {
            CypherStatement count = statements.count();
            CypherStatement rows = statements.rows();
            CypherStatement facets = statements.facets();
            CypherStatement suggestions = statements.suggestions();
            return new Found(
                    rows == null ? List.of() : rows(transaction.run(rows)),
                    count == null ? 0 : (Long) only(transaction.run(count)),
                    facets == null ? List.of() : (List<?>) only(transaction.run(facets)),
                    suggestions == null ? List.of() : rows(transaction.run(suggestions)));
        }

        List<String> suggestions(RootPlan plan) {
            return plan instanceof RootPlan.Search search ? Suggestions.of(search.terms(), near) : List.of();
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
