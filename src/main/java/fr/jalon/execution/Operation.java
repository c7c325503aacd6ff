package fr.jalon.execution;

import fr.jalon.answer.JsonBuffer;
import fr.jalon.cypher.CypherStatement;
import fr.jalon.cypher.ReadRenderer;
import fr.jalon.cypher.ReadStatements;
import fr.jalon.execution.CacheRoom.Footprint;
import fr.jalon.execution.ComputedFields.ComputedSelection;
import fr.jalon.plan.RootPlan;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A query that is ready to run: parsed, validated, planned and rendered, its variables filled in.
 *
 * @param roots in the order of the answer
 * @param texts those that the variables give
 */
record Operation(List<Root> roots, List<String> texts) {

    private static final int ROOT = 200;
    private static final int PLANNED = 3;

    /** The same operation for other texts, unless it knows them. */
    Operation given(List<String> others) {
        if (others.isEmpty()) {
            return this;
        }
        return new Operation(
                roots.stream()
                        .map(root -> root instanceof Root.Read read
                                ? new Root.Read(read.plan(), read.statements().given(others))
                                : root)
                        .toList(),
                others);
    }

    /** One root field. */
    sealed interface Root {

        /** The alias, or else the name of the field. */
        String resultKey();

        /** A field that the graph answers. */
        record Read(RootPlan plan, ReadStatements statements) implements Root {

            private static final ReadRenderer RENDERER = new ReadRenderer();

            static Read of(RootPlan plan) {
                return new Read(plan, RENDERER.render(plan));
            }

            @Override
            public String resultKey() {
                return plan.resultKey();
            }
        }

        /** A field that the contract alone answers, as JSON. */
        @SuppressWarnings("ArrayRecordComponent") // It is compared with nothing.
        record Constant(String resultKey, byte[] json) implements Root {}

        /**
         * A field that is computed.
         *
         * @param question what is read for it
         * @param field makes a value from what was found
         * @param arguments of the field, as JSON would give them
         * @param selection of that value
         */
        record Computed(
                String resultKey,
                Operation question,
                ComputedField field,
                Map<String, Object> arguments,
                ComputedSelection selection)
                implements Root {}
    }

    List<ReadStatements> statements() {
        return reads().map(Root.Read::statements).toList();
    }

    /** What the root fields read that the operation itself selects, not a document of ours. */
    List<RootPlan> plans() {
        return roots.stream()
                .filter(Root.Read.class::isInstance)
                .map(root -> ((Root.Read) root).plan())
                .toList();
    }

    /** How long the reads may take at the least; zero where it is up to the graph, as with any field that is only read. */
    Duration patience() {
        return roots.stream().anyMatch(Root.Read.class::isInstance)
                ? Duration.ZERO
                : roots.stream()
                        .map(root -> root instanceof Root.Computed computed ? computed.field().patience() : Duration.ZERO)
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO);
    }

    /** How many bytes it takes to keep, beside its texts. */
    int footprint() {
        long all = roots.stream().mapToLong(Operation::footprint).sum();
        return Footprint.clamped(all);
    }

    private static long footprint(Root root) {
        if (root instanceof Root.Constant constant) {
            return ROOT + constant.json().length;
        } else if (root instanceof Root.Computed computed) {
            return ROOT
                    + (long) computed.question().footprint()
                    + Footprint.of(computed.arguments())
                    + computed.selection().footprint();
        }
        return ROOT
                + ((Root.Read) root)
                        .statements().all().stream()
                                .mapToLong(Operation::footprint)
                                .sum();
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
    private static long footprint(CypherStatement statement) {
        return PLANNED * (long) Footprint.of(statement.text()) + 2L * Footprint.of(statement.parameters());
    }

    /**
     * An operation's answer.
     *
     * @param data as JSON
     * @param failures of fields that are null for them
     * @param cost the number of its rows as estimated before it was read
     * @param extensions what was asked for beside the data
     */
    record Answer(JsonBuffer data, List<Failure> failures, long cost, Map<String, Object> extensions) {

        /** The same answer, and what else is told of it. */
        Answer with(long rows, Map<String, Object> extras) {
            return new Answer(data, failures, rows, extras);
        }
    }
}
