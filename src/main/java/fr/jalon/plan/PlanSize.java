package fr.jalon.plan;

/**
 * How much a plan asks of a statement, measured or allowed.
 *
 * @param conditions of all filters and orders
 * @param relations within one another in a condition or an order, for each of which Neo4j plans several times longer
 * @param values of the longest list that a condition compares with
 * @param lists of nodes that are read; each level of lists within lists doubles the time in which Neo4j plans them, and so
 *     does it the number
 * @param nesting of lists within lists
 */
public record PlanSize(long conditions, long relations, long values, long lists, long nesting) {

    /** Of a plan that asks nothing. */
    public static final PlanSize NONE = new PlanSize(0, 0, 0, 0, 0);

    /** What a root field asks. */
    public static PlanSize of(RootPlan plan) {
        return new Measurer().root(plan);
    }

    /** Both side by side; numbers never overflow, since a plan may hold the same part in many places. */
    public PlanSize plus(PlanSize other) {
        return new PlanSize(
                sum(conditions, other.conditions),
                Math.max(relations, other.relations),
                Math.max(values, other.values),
                sum(lists, other.lists),
                Math.max(nesting, other.nesting));
    }

    /** The same as part of a list. */
    PlanSize listed() {
        return new PlanSize(conditions, relations, values, sum(2 * lists, 1), nesting + 1);
    }

    /** The same as what must hold of related nodes. */
    PlanSize related() {
        return new PlanSize(sum(conditions, 1), relations + 1, values, lists, nesting);
    }

    private static long sum(long one, long other) {
        return Math.min(one + other, Integer.MAX_VALUE);
    }
}
