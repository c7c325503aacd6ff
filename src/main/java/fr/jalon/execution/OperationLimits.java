package fr.jalon.execution;

import fr.jalon.plan.PlanSize;

/**
 * How much one GraphQL operation may ask; fragments count wherever they are spread.
 *
 * @param tokens of the document
 * @param depth of fields, and of fragments within fragments; introspection aside, which has limits of its own
 * @param fields of an operation
 * @param aliases of an operation
 * @param rootFields of an operation
 * @param directives of an operation
 * @param plan what it asks of the graph
 * @param rows of its answer, as estimated before it runs
 * @param explain whether a client may see the statements that answer it
 */
public record OperationLimits(
        int tokens,
        int depth,
        int fields,
        int aliases,
        int rootFields,
        int directives,
        PlanSize plan,
        long rows,
        boolean explain) {

    /** Limits that GraphiQL's own queries and every example stay far below. */
    public static final OperationLimits STANDARD =
            new OperationLimits(10_000, 16, 2_000, 100, 20, 100, new PlanSize(50, 5, 1_000, 50, 6), 100_000, false);

    /** The same with another limit of rows. */
    public OperationLimits withRows(long most) {
        return new OperationLimits(tokens, depth, fields, aliases, rootFields, directives, plan, most, explain);
    }

    /** The same with another limit of what is asked of the graph. */
    public OperationLimits withPlan(PlanSize most) {
        return new OperationLimits(tokens, depth, fields, aliases, rootFields, directives, most, rows, explain);
    }

    /** The same, and clients may see statements. */
    public OperationLimits withExplain() {
        return new OperationLimits(tokens, depth, fields, aliases, rootFields, directives, plan, rows, true);
    }
}
