package fr.jalon.execution;

import fr.jalon.cypher.CypherStatement;
import fr.jalon.cypher.ReadStatements;
import fr.jalon.plan.RootPlan;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A query that is ready to run: parsed, validated, planned and rendered, its variables filled in.
 *
 * @param roots in the order of the answer
 */
record Operation(List<Root> roots) {

    /** One root field. */
    sealed interface Root {

        /** The alias, or else the name of the field. */
        String resultKey();

        /** A field that the graph answers. */
        record Read(RootPlan plan, ReadStatements statements) implements Root {
            @Override
            public String resultKey() {
                return plan.resultKey();
            }
        }

        /** A field that the contract alone answers, as JSON. */
        record Known(String resultKey, JsonBuffer json) implements Root {}
    }

    List<ReadStatements> statements() {
        return reads().map(Root.Read::statements).toList();
    }

    List<RootPlan> plans() {
        return reads().map(Root.Read::plan).toList();
    }

    /** Roughly how many bytes it takes to keep. */
    int weight() {
        int known = roots.stream()
                .mapToInt(root -> root instanceof Root.Known each ? each.json().size() : 0)
                .sum();
        int texts = reads().flatMap(read -> Stream.of(
                        read.statements().rows(),
                        read.statements().count(),
                        read.statements().facets(),
                        read.statements().suggestions()))
                .mapToInt(Operation::weight)
                .sum();
        return known + 3 * texts;
    }

    /** The root fields that the graph answers. */
    Stream<Root.Read> reads() {
        return roots.stream().filter(Root.Read.class::isInstance).map(Root.Read.class::cast);
    }

    private static int weight(@Nullable CypherStatement statement) {
        return statement == null ? 0 : statement.text().length();
    }
}
