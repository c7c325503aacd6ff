package fr.jalon.execution;

import fr.jalon.neo4j.Graph;
import fr.jalon.plan.Census;
import fr.jalon.plan.GraphCounts;
import fr.jalon.plan.RowEstimate;
import fr.jalon.schema.Contract;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Runs operations that are ready, unless they would cost too much. */
final class Runs {

    private final Contract contract;
    private final Graph graph;
    private final OperationLimits limits;
    private final Supplier<GraphCounts> counts;
    private final Reads reads;

    Runs(Contract contract, Graph graph, OperationLimits limits) {
        this.contract = contract;
        this.graph = graph;
        this.limits = limits;
        this.counts = new KnownCounts(graph, Census.of(contract), System::nanoTime);
        this.reads = new Reads(graph);
    }

    /** Fails with {@link Refused} before anything runs, and with a {@code GraphException}. */
    Answer run(Operation operation, Extras extras) {
        if (extras.explain() && !limits.explain()) {
            throw Refused.badRequest("This server tells no statements; whoever runs it may allow it by --explain.");
        }
        long rows = affordable(operation);
        Map<String, Object> extensions = new LinkedHashMap<>();
        if (extras.cost()) {
            extensions.put("cost", Map.of("estimate", rows, "limit", limits.rows()));
        }
        if (extras.explain()) {
            extensions.put("explain", Explanation.of(operation, graph));
        }
        return reads.answer(operation).with(rows, extensions);
    }

    /** The rows of the answer, as estimated; fails with {@link Refused} that tells of the root field that has most. */
    long affordable(Operation operation) {
        if (operation.plans().isEmpty()) {
            return 0;
        }
        RowEstimate estimate = new RowEstimate(contract, counts.get());
        long rows = operation.plans().stream().mapToLong(estimate::rows).sum();
        if (rows > limits.rows()) {
            String most = operation.plans().stream()
                    .max(Comparator.comparingLong(estimate::rows))
                    .orElseThrow()
                    .resultKey();
            String message = "The answer may hold about %s rows; at most %s are allowed."
                    + " Ask for shorter pages, or for fewer lists within lists.";
            throw new Refused(Failure.at(ErrorCode.TOO_COSTLY, message.formatted(rows, limits.rows()), List.of(most)));
        }
        return rows;
    }
}
