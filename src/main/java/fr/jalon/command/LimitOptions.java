package fr.jalon.command;

import fr.jalon.execution.DocumentSize;
import fr.jalon.execution.OperationLimits;
import fr.jalon.plan.PageLimits;
import fr.jalon.plan.PlanSize;
import picocli.CommandLine.Option;

/** How much one request may ask for, and whether it is told statements. */
final class LimitOptions {

    private static final int STANDARD_PAGE = 50;

    @Option(
            names = "--max-tokens",
            defaultValue = "${env:JALON_MAX_TOKENS:-10000}",
            converter = OptionValues.Limit.class,
            description = "Tokens of a GraphQL document (JALON_MAX_TOKENS; default: 10000).")
    private int tokens;

    @Option(
            names = "--max-depth",
            defaultValue = "${env:JALON_MAX_DEPTH:-16}",
            converter = OptionValues.Limit.class,
            description = "Levels of fields, introspection aside (JALON_MAX_DEPTH; default: 16).")
    private int depth;

    @Option(
            names = "--max-fields",
            defaultValue = "${env:JALON_MAX_FIELDS:-2000}",
            converter = OptionValues.Limit.class,
            description = "Fields of an operation, fragments spread (JALON_MAX_FIELDS; default: 2000).")
    private int fields;

    @Option(
            names = "--max-aliases",
            defaultValue = "${env:JALON_MAX_ALIASES:-100}",
            converter = OptionValues.Limit.class,
            description = "Aliases of an operation, fragments spread (JALON_MAX_ALIASES; default: 100).")
    private int aliases;

    @Option(
            names = "--max-root-fields",
            defaultValue = "${env:JALON_MAX_ROOT_FIELDS:-20}",
            converter = OptionValues.Limit.class,
            description = "Root fields of an operation (JALON_MAX_ROOT_FIELDS; default: 20).")
    private int rootFields;

    @Option(
            names = "--max-directives",
            defaultValue = "${env:JALON_MAX_DIRECTIVES:-100}",
            converter = OptionValues.Limit.class,
            description = "Directives of an operation, fragments spread (JALON_MAX_DIRECTIVES; default: 100).")
    private int directives;

    @Option(
            names = "--max-page",
            defaultValue = "${env:JALON_MAX_PAGE:-1000}",
            converter = OptionValues.Limit.class,
            description = "Nodes of a page (JALON_MAX_PAGE; default: 1000).")
    private int page;

    @Option(
            names = "--max-conditions",
            defaultValue = "${env:JALON_MAX_CONDITIONS:-100}",
            converter = OptionValues.Limit.class,
            description = "Conditions in filters and orders of an operation (JALON_MAX_CONDITIONS; default: 100).")
    private int conditions;

    @Option(
            names = "--max-relations",
            defaultValue = "${env:JALON_MAX_RELATIONS:-6}",
            converter = OptionValues.Limit.class,
            description =
                    "Relations that a filter or an order follows one from another (JALON_MAX_RELATIONS; default: 6).")
    private int relations;

    @Option(
            names = "--max-values",
            defaultValue = "${env:JALON_MAX_VALUES:-1000}",
            converter = OptionValues.Limit.class,
            description = "Values of a list in a filter (JALON_MAX_VALUES; default: 1000).")
    private int values;

    @Option(
            names = "--max-lists",
            defaultValue = "${env:JALON_MAX_LISTS:-120}",
            converter = OptionValues.Limit.class,
            description = "Lists of nodes that an operation reads, where one within another counts double"
                    + " (JALON_MAX_LISTS; default: 120).")
    private int lists;

    @Option(
            names = "--max-nesting",
            defaultValue = "${env:JALON_MAX_NESTING:-6}",
            converter = OptionValues.Limit.class,
            description = "Levels of lists within lists (JALON_MAX_NESTING; default: 6).")
    private int nesting;

    @Option(
            names = "--max-rows",
            defaultValue = "${env:JALON_MAX_ROWS:-100000}",
            converter = OptionValues.Limit.class,
            description = "Rows of an answer, as estimated before it is read (JALON_MAX_ROWS; default: 100000).")
    private int rows;

    @Option(
            names = "--explain",
            defaultValue = "${env:JALON_EXPLAIN:-false}",
            description = "Tell the Cypher of an answer and its plan to whoever asks for them (JALON_EXPLAIN).")
    private boolean explain;

    OperationLimits operation() {
        DocumentSize document = new DocumentSize(depth, fields, aliases, directives, rootFields);
        PlanSize plan = new PlanSize(conditions, relations, values, lists, nesting);
        return new OperationLimits(tokens, document, plan, rows, explain);
    }

    PageLimits pages() {
        return new PageLimits(Math.min(STANDARD_PAGE, page), page);
    }
}
