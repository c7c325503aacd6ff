package fr.jalon;

import fr.jalon.execution.OperationLimits;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.plan.PageLimits;
import fr.jalon.plan.PlanSize;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How much one request may ask for. */
final class LimitOptions {

    private static final int STANDARD_PAGE = 50;

    @Option(
            names = "--max-tokens",
            defaultValue = "${env:JALON_MAX_TOKENS:-10000}",
            description = "Tokens of a GraphQL document (JALON_MAX_TOKENS; default: 10000).")
    private int tokens;

    @Option(
            names = "--max-depth",
            defaultValue = "${env:JALON_MAX_DEPTH:-16}",
            description = "Levels of fields, introspection aside (JALON_MAX_DEPTH; default: 16).")
    private int depth;

    @Option(
            names = "--max-fields",
            defaultValue = "${env:JALON_MAX_FIELDS:-2000}",
            description = "Fields of an operation, fragments spread (JALON_MAX_FIELDS; default: 2000).")
    private int fields;

    @Option(
            names = "--max-aliases",
            defaultValue = "${env:JALON_MAX_ALIASES:-100}",
            description = "Aliases of an operation, fragments spread (JALON_MAX_ALIASES; default: 100).")
    private int aliases;

    @Option(
            names = "--max-root-fields",
            defaultValue = "${env:JALON_MAX_ROOT_FIELDS:-20}",
            description = "Root fields of an operation (JALON_MAX_ROOT_FIELDS; default: 20).")
    private int rootFields;

    @Option(
            names = "--max-directives",
            defaultValue = "${env:JALON_MAX_DIRECTIVES:-100}",
            description = "Directives of an operation, fragments spread (JALON_MAX_DIRECTIVES; default: 100).")
    private int directives;

    @Option(
            names = "--max-conditions",
            defaultValue = "${env:JALON_MAX_CONDITIONS:-50}",
            description = "Conditions in filters and orders of an operation (JALON_MAX_CONDITIONS; default: 50).")
    private int conditions;

    @Option(
            names = "--max-relations",
            defaultValue = "${env:JALON_MAX_RELATIONS:-5}",
            description = "Relations within relations in a filter (JALON_MAX_RELATIONS; default: 5).")
    private int relations;

    @Option(
            names = "--max-values",
            defaultValue = "${env:JALON_MAX_VALUES:-1000}",
            description = "Values of a list in a filter (JALON_MAX_VALUES; default: 1000).")
    private int values;

    @Option(
            names = "--max-lists",
            defaultValue = "${env:JALON_MAX_LISTS:-50}",
            description = "Lists of nodes that an operation reads (JALON_MAX_LISTS; default: 50).")
    private int lists;

    @Option(
            names = "--max-nesting",
            defaultValue = "${env:JALON_MAX_NESTING:-6}",
            description = "Levels of lists within lists (JALON_MAX_NESTING; default: 6).")
    private int nesting;

    @Option(
            names = "--max-rows",
            defaultValue = "${env:JALON_MAX_ROWS:-100000}",
            description = "Rows of an answer, as estimated before it is read (JALON_MAX_ROWS; default: 100000).")
    private long rows;

    @Option(
            names = "--max-page",
            defaultValue = "${env:JALON_MAX_PAGE:-1000}",
            description = "Nodes of a page (JALON_MAX_PAGE; default: 1000).")
    private int page;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "${env:JALON_TIMEOUT:-10}",
            description = "Seconds a read may take (JALON_TIMEOUT; default: 10).")
    private int timeout;

    @Option(
            names = "--transaction-memory",
            paramLabel = "MIB",
            defaultValue = "${env:JALON_TRANSACTION_MEMORY:-0}",
            description = "Memory one read or load may take in the embedded graph"
                    + " (JALON_TRANSACTION_MEMORY; default: half of what the program has).")
    private int transactionMemory;

    @Option(
            names = "--explain",
            defaultValue = "${env:JALON_EXPLAIN:-false}",
            description = "Tell the Cypher of an answer and its plan to whoever asks for them (JALON_EXPLAIN).")
    private boolean explain;

    @Option(
            names = "--answers",
            paramLabel = "MIB",
            defaultValue = "${env:JALON_ANSWERS:-64}",
            description = "Memory for answers kept until the graph changes, 0 for none (JALON_ANSWERS; default: 64).")
    private int answers;

    OperationLimits operation() {
        PlanSize plan = new PlanSize(conditions, relations, values, lists, nesting);
        return new OperationLimits(tokens, depth, fields, aliases, rootFields, directives, plan, rows, explain);
    }

    PageLimits pages() {
        return new PageLimits(Math.min(STANDARD_PAGE, page), page);
    }

    /** Bytes of answers to keep. */
    long answers() {
        return (long) answers << 20;
    }

    GraphSettings graph() {
        GraphSettings settings = GraphSettings.defaults().withReadTimeout(Duration.ofSeconds(timeout));
        return transactionMemory == 0 ? settings : settings.withTransactionMemory((long) transactionMemory << 20);
    }
}
