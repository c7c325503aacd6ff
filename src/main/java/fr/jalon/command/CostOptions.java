package fr.jalon.command;

import fr.jalon.plan.PlanSize;
import picocli.CommandLine.Option;

/** How much of the graph one request may ask for, and who is told. */
final class CostOptions {

    @Option(
            names = "--max-conditions",
            defaultValue = "${env:JALON_MAX_CONDITIONS:-100}",
            converter = BoundedNumber.Limit.class,
            description = "Conditions in filters and orders of an operation (JALON_MAX_CONDITIONS; default: 100).")
    private int conditions;

    @Option(
            names = "--max-relations",
            defaultValue = "${env:JALON_MAX_RELATIONS:-6}",
            converter = BoundedNumber.Limit.class,
            description =
                    "Relations that a filter or an order follows one from another (JALON_MAX_RELATIONS; default: 6).")
    private int relations;

    @Option(
            names = "--max-values",
            defaultValue = "${env:JALON_MAX_VALUES:-1000}",
            converter = BoundedNumber.Limit.class,
            description = "Values of a list in a filter (JALON_MAX_VALUES; default: 1000).")
    private int values;

    @Option(
            names = "--max-lists",
            defaultValue = "${env:JALON_MAX_LISTS:-120}",
            converter = BoundedNumber.Limit.class,
            description = "Lists of nodes that an operation reads, where one within another counts double"
                    + " (JALON_MAX_LISTS; default: 120).")
    private int lists;

    @Option(
            names = "--max-nesting",
            defaultValue = "${env:JALON_MAX_NESTING:-6}",
            converter = BoundedNumber.Limit.class,
            description = "Levels of lists within lists (JALON_MAX_NESTING; default: 6).")
    private int nesting;

    @Option(
            names = "--max-rows",
            defaultValue = "${env:JALON_MAX_ROWS:-100000}",
            converter = BoundedNumber.Limit.class,
            description = "Rows of an answer, as estimated before it is read (JALON_MAX_ROWS; default: 100000).")
    private int rows;

    @Option(
            names = "--explain",
            defaultValue = "${env:JALON_EXPLAIN:-false}",
            description = "Tell the Cypher of an answer and its plan to whoever asks for them (JALON_EXPLAIN).")
    private boolean explain;

    /** What an operation may ask of the graph. */
    PlanSize plan() {
        return new PlanSize(conditions, relations, values, lists, nesting);
    }

    /** Rows of an answer at the most. */
    long rows() {
        return rows;
    }

    /** Whether clients are told statements. */
    boolean explain() {
        return explain;
    }
}
