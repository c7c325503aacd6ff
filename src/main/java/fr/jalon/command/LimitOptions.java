package fr.jalon.command;

import fr.jalon.execution.DocumentSize;
import fr.jalon.execution.OperationLimits;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.plan.PageLimits;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How much one request may ask for. */
final class LimitOptions {

    private static final int STANDARD_PAGE = 50;
    private static final int HALF_OF_THE_HEAP = 0;

    @Option(
            names = "--max-tokens",
            defaultValue = "${env:JALON_MAX_TOKENS:-10000}",
            converter = BoundedNumber.Limit.class,
            description = "Tokens of a GraphQL document (JALON_MAX_TOKENS; default: 10000).")
    private int tokens;

    @Option(
            names = "--max-depth",
            defaultValue = "${env:JALON_MAX_DEPTH:-16}",
            converter = BoundedNumber.Limit.class,
            description = "Levels of fields, introspection aside (JALON_MAX_DEPTH; default: 16).")
    private int depth;

    @Option(
            names = "--max-fields",
            defaultValue = "${env:JALON_MAX_FIELDS:-2000}",
            converter = BoundedNumber.Limit.class,
            description = "Fields of an operation, fragments spread (JALON_MAX_FIELDS; default: 2000).")
    private int fields;

    @Option(
            names = "--max-aliases",
            defaultValue = "${env:JALON_MAX_ALIASES:-100}",
            converter = BoundedNumber.Limit.class,
            description = "Aliases of an operation, fragments spread (JALON_MAX_ALIASES; default: 100).")
    private int aliases;

    @Option(
            names = "--max-root-fields",
            defaultValue = "${env:JALON_MAX_ROOT_FIELDS:-20}",
            converter = BoundedNumber.Limit.class,
            description = "Root fields of an operation (JALON_MAX_ROOT_FIELDS; default: 20).")
    private int rootFields;

    @Option(
            names = "--max-directives",
            defaultValue = "${env:JALON_MAX_DIRECTIVES:-100}",
            converter = BoundedNumber.Limit.class,
            description = "Directives of an operation, fragments spread (JALON_MAX_DIRECTIVES; default: 100).")
    private int directives;

    @Option(
            names = "--max-page",
            defaultValue = "${env:JALON_MAX_PAGE:-1000}",
            converter = BoundedNumber.Limit.class,
            description = "Nodes of a page (JALON_MAX_PAGE; default: 1000).")
    private int page;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "${env:JALON_TIMEOUT:-10}",
            converter = BoundedNumber.Limit.class,
            description = "Seconds a read may take, planning it for the first time aside, a summary 60 at the least"
                    + " (JALON_TIMEOUT; default: 10).")
    private int timeout;

    @Option(
            names = "--transaction-memory",
            paramLabel = "MIB",
            defaultValue = "${env:JALON_TRANSACTION_MEMORY:-0}",
            converter = BoundedNumber.Amount.class,
            description = "Memory one read or load may take in the embedded graph"
                    + " (JALON_TRANSACTION_MEMORY; default: half of what the program has).")
    private int transactionMemory;

    @Mixin
    private CostOptions cost;

    @Option(
            names = "--answers",
            paramLabel = "MIB",
            defaultValue = "${env:JALON_ANSWERS:-64}",
            converter = BoundedNumber.Amount.class,
            description =
                    "Memory for answers kept until the graph changes, a sixteenth of what the program has at most,"
                            + " 0 for none (JALON_ANSWERS; default: 64).")
    private int answers;

    OperationLimits operation() {
        DocumentSize document = new DocumentSize(depth, fields, aliases, directives, rootFields);
        return new OperationLimits(tokens, document, cost.plan(), cost.rows(), cost.explain());
    }

    PageLimits pages() {
        return new PageLimits(Math.min(STANDARD_PAGE, page), page);
    }

    /** Mebibytes of the heap that are given away, by option; half of the heap for transactions is not asked for. */
    Map<String, Integer> heap() {
        return Map.of("--answers", answers, "--transaction-memory", transactionMemory);
    }

    /** Bytes of answers to keep. */
    long answers() {
        return (long) answers << 20;
    }

    GraphSettings graph() {
        GraphSettings settings = GraphSettings.defaults().withReadTimeout(Duration.ofSeconds(timeout));
        return transactionMemory == HALF_OF_THE_HEAP
                ? settings
                : settings.withTransactionMemory((long) transactionMemory << 20);
    }
}
