package fr.jalon.execution;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.cypher.ReadStatements;
import fr.jalon.plan.RootPlan;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A query that is ready to run: parsed, validated, planned and rendered, its variables filled in.
 *
 * @param roots in the order of the answer
 * @param texts those that the variables give
 * @param own how long it may take at the least where it is the server's own, to which limits of rows do not apply; null for one
 *     of a client
 */
record Operation(
        List<Root> roots, List<String> texts, @Nullable Duration own) {

    private static final int ROOT = 200;
    private static final int PLANNED = 3;

    /** An operation of a client. */
    Operation(List<Root> roots, List<String> texts) {
        this(roots, texts, null);
    }

    /** An operation of the server's own. */
    static Operation own(List<Root> roots, Duration patience) {
        return new Operation(roots, List.of(), patience);
    }

    /** The same operation for other texts, unless it knows them. */
    Operation given(List<String> others) {
        if (others.isEmpty()) {
            return this;
        }
        return new Operation(roots.stream().map(root -> root.given(others)).toList(), others, own);
    }

    /** One root field. */
    sealed interface Root {

        /** The alias, or else the name of the field. */
        String resultKey();

        /** The same for other texts. */
        default Root given(List<String> others) {
            return this;
        }

        /** A field that the graph answers. */
        record Read(RootPlan plan, ReadStatements statements) implements Root {
            @Override
            public String resultKey() {
                return plan.resultKey();
            }

            @Override
            public Root given(List<String> others) {
                return new Read(plan, statements.given(others));
            }
        }

        /** A field that the contract alone answers, as JSON. */
        @SuppressWarnings("ArrayRecordComponent") // It is compared with nothing.
        record Known(String resultKey, byte[] json) implements Root {}

        /**
         * A field that is computed.
         *
         * @param question what is read for it
         * @param plans what the operation itself selects of that
         * @param answer from what was found to a value
         * @param selection of that value
         * @param patience how long the reads may take, if longer than others may
         */
        record Computed(
                String resultKey,
                Operation question,
                List<RootPlan> plans,
                UnaryOperator<Map<String, Object>> answer,
                ComputedSelection selection,
                Duration patience)
                implements Root {
            @Override
            public Root given(List<String> others) {
                return new Computed(resultKey, question.given(others), plans, answer, selection, patience);
            }
        }
    }

    List<ReadStatements> statements() {
        return reads().map(Root.Read::statements).toList();
    }

    /** What the root fields read that the operation itself selects, not a document of ours. */
    List<RootPlan> plans() {
        return own != null
                ? List.of()
                : roots.stream().flatMap(Operation::plans).toList();
    }

    private static Stream<RootPlan> plans(Root root) {
        if (root instanceof Root.Read read) {
            return Stream.of(read.plan());
        }
        return root instanceof Root.Computed computed ? computed.plans().stream() : Stream.empty();
    }

    /** How long the reads may take at the least; zero where it is up to the graph, as with any field that is only read. */
    Duration patience() {
        if (own != null) {
            return own;
        }
        return roots.stream().anyMatch(Root.Read.class::isInstance)
                ? Duration.ZERO
                : roots.stream()
                        .map(root -> root instanceof Root.Computed computed ? computed.patience() : Duration.ZERO)
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO);
    }

    /** How many bytes it takes to keep, beside its texts. */
    int weight() {
        long known = roots.stream()
                .mapToLong(root -> root instanceof Root.Known each ? ROOT + each.json().length : ROOT)
                .sum();
        long read = reads().flatMap(each -> each.statements().all().stream())
                .mapToLong(Operation::weight)
                .sum();
        return Footprint.clamped(known + read);
    }

    /** Whatever the graph answers, for root fields that are read as for those that are computed. */
    Stream<Root.Read> reads() {
        return roots.stream().flatMap(Operation::reads);
    }

    private static Stream<Root.Read> reads(Root root) {
        if (root instanceof Root.Read read) {
            return Stream.of(read);
        }
        return root instanceof Root.Computed computed ? computed.question().reads() : Stream.empty();
    }

    /** Its plan holds the values of a statement, too, and as much else as makes its text. */
    private static long weight(CypherStatement statement) {
        return PLANNED * (long) Footprint.of(statement.text()) + 2L * Footprint.of(statement.parameters());
    }
}
