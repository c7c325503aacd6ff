package fr.jalon.execution;

import fr.jalon.answer.JsonBuffer;
import fr.jalon.cypher.CypherStatement;
import fr.jalon.cypher.ReadRenderer;
import fr.jalon.cypher.ReadStatements;
import fr.jalon.execution.CacheRoom.Footprint;
import fr.jalon.plan.Moment;
import fr.jalon.plan.Planner;
import fr.jalon.plan.RootPlan;
import graphql.normalized.ExecutableNormalizedField;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

    /** The same operation with the statements of another renderer. */
    Operation renderedBy(ReadRenderer renderer) {
        return new Operation(
                roots.stream().map(root -> root.renderedBy(renderer)).toList(), texts, own);
    }

    /** One root field. */
    sealed interface Root {

        /** The alias, or else the name of the field. */
        String resultKey();

        /** The same for other texts. */
        default Root given(List<String> others) {
            return this;
        }

        /** The same with the statements of another renderer. */
        default Root renderedBy(ReadRenderer renderer) {
            return this;
        }

        /** A field that the graph answers. */
        record Read(RootPlan plan, Moment moment, ReadStatements statements) implements Root {

            /** Plans and renders a field; fails with a {@link fr.jalon.plan.PlanException}. */
            static Read of(ExecutableNormalizedField field, Planner planner, ReadRenderer renderer) {
                return of(planner.plan(field), planner.moment(field), renderer);
            }

            static Read of(RootPlan plan, Moment moment, ReadRenderer renderer) {
                return new Read(plan, moment, renderer.at(moment).render(plan));
            }

            @Override
            public String resultKey() {
                return plan.resultKey();
            }

            @Override
            public Root given(List<String> others) {
                return new Read(plan, moment, statements.given(others));
            }

            @Override
            public Root renderedBy(ReadRenderer renderer) {
                return of(plan, moment, renderer);
            }
        }

        /** A field that the contract alone answers, as JSON. */
        @SuppressWarnings("ArrayRecordComponent") // It is compared with nothing.
        record Constant(String resultKey, byte[] json) implements Root {}

        /**
         * A field that is computed.
         *
         * @param question what is read for it
         * @param plans what the operation itself selects of that
         * @param field makes a value from what was found
         * @param arguments of the field, as JSON would give them
         * @param selection of that value
         */
        record Computed(
                String resultKey,
                Operation question,
                List<RootPlan> plans,
                ComputedField field,
                Map<String, Object> arguments,
                ComputedSelection selection)
                implements Root {
            @Override
            public Root given(List<String> others) {
                return new Computed(resultKey, question.given(others), plans, field, arguments, selection);
            }

            @Override
            public Root renderedBy(ReadRenderer renderer) {
                return new Computed(resultKey, question.renderedBy(renderer), plans, field, arguments, selection);
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
                        .map(root -> root instanceof Root.Computed computed
                                ? computed.field().patience()
                                : Duration.ZERO)
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO);
    }

    /** Whether some root field is read level by level. */
    boolean isByLevel() {
        return statements().stream().anyMatch(ReadStatements::isByLevel);
    }

    /** How many bytes it takes to keep, beside its texts. */
    int footprint() {
        long all = roots.stream().mapToLong(Operation::footprint).sum();
        return Footprint.clamped(all);
    }

    private static long footprint(Root root) {
        if (root instanceof Root.Constant constant) {
            return (long) ROOT + constant.json().length;
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

        /** That of an operation that was not run. */
        static Answer unread() {
            return new Answer(JsonBuffer.of(Map.of()), List.of(), 0, Map.of());
        }

        /** The same answer, and what else is told of it. */
        Answer with(long rows, Map<String, Object> extras) {
            return new Answer(data, failures, rows, extras);
        }
    }
}
