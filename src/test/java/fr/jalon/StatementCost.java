package fr.jalon;

import fr.jalon.cypher.CypherStatement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.neo4j.driver.Session;
import org.neo4j.driver.summary.ProfiledPlan;

/**
 * What a statement costs.
 *
 * @param hits how often the store was asked
 * @param scans labels that were scanned, as the plan names them
 */
public record StatementCost(long hits, Set<String> scans) {

    private static final Set<String> UNINDEXED = Set.of("NodeByLabelScan", "AllNodesScan", "UnionNodeByLabelsScan");

    /** Runs the statement and sums up what the plan says it did. */
    public static StatementCost of(Session session, CypherStatement statement) {
        ProfiledPlan plan = session.run("PROFILE " + statement.text(), statement.parameters())
                .consume()
                .profile();
        Set<String> scans = new TreeSet<>();
        return new StatementCost(hits(plan, scans), scans);
    }

    /** What {@link #toString} wrote. */
    static StatementCost parse(String hits, String scans) {
        return new StatementCost(
                Long.parseLong(hits), scans.isEmpty() ? Set.of() : new TreeSet<>(List.of(scans.split(", "))));
    }

    @Override
    public String toString() {
        return "%s | %s".formatted(hits, String.join(", ", scans)).strip();
    }

    private static long hits(ProfiledPlan plan, Set<String> scans) {
        String operator = plan.operatorType().replaceAll("@.*", "");
        if (UNINDEXED.contains(operator)) {
            scans.add(Objects.requireNonNull(plan.arguments().get("Details"))
                    .asString()
                    .replaceAll("^\\w+", ""));
        }
        return plan.dbHits()
                + plan.children().stream()
                        .mapToLong(child -> hits(child, scans))
                        .sum();
    }
}
