package fr.jalon.execution;

import fr.jalon.plan.PlanSize;

/**
 * How much one GraphQL operation may ask; fragments count wherever they are spread.
 *
 * @param tokens of the document
 * @param document of the operation; its depth is also that of fragments within fragments
 * @param plan what it asks of the graph
 * @param rows of its answer, as estimated before it runs
 * @param explain whether a client may see the statements that answer it
 */
public record OperationLimits(int tokens, DocumentSize document, PlanSize plan, long rows, boolean explain) {

    /** Limits that GraphiQL's own queries and every example stay far below. */
    public static final OperationLimits STANDARD = new OperationLimits(
            10_000, new DocumentSize(16, 2_000, 100, 100, 20), new PlanSize(100, 6, 1_000, 120, 6), 100_000, false);

    /** The same with another limit of rows. */
    public OperationLimits withRows(long most) {
        return new OperationLimits(tokens, document, plan, most, explain);
    }

    /** The same with another limit of what is asked of the graph. */
    public OperationLimits withPlan(PlanSize most) {
        return new OperationLimits(tokens, document, most, rows, explain);
    }

    /** The same, and clients may see statements. */
    public OperationLimits withExplain() {
        return new OperationLimits(tokens, document, plan, rows, true);
    }
}
