package fr.jalon.command;

import fr.jalon.execution.Limit;
import fr.jalon.execution.OperationLimits;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.plan.PageLimits;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How much one request may ask for, and who is told; there is an option for each {@link Limit}. */
final class LimitOptions {

    private static final int HALF_OF_THE_HEAP = 0;

    private final Map<Limit, Long> most = new EnumMap<>(Limit.class);

    @Option(
            names = "--explain",
            defaultValue = "${env:JALON_EXPLAIN:-false}",
            description = "Tell the Cypher of an answer and its plan to whoever asks for them (JALON_EXPLAIN).")
    private boolean explain;

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

    @Option(
            names = "--answers",
            paramLabel = "MIB",
            defaultValue = "${env:JALON_ANSWERS:-64}",
            converter = BoundedNumber.Amount.class,
            description =
                    "Memory for answers kept until the graph changes, a sixteenth of what the program has at most,"
                            + " 0 for none (JALON_ANSWERS; default: 64).")
    private int answers;

    /** Called with these options alone, before a command takes them over. */
    @Spec
    void declare(CommandSpec spec) {
        for (Limit limit : Limit.values()) {
            spec.addOption(option(limit));
        }
    }

    private OptionSpec option(Limit limit) {
        String variable = "JALON_" + limit.setting().toUpperCase(Locale.ROOT).replace('-', '_');
        return OptionSpec.builder("--" + limit.setting())
                .paramLabel("NUMBER")
                .type(Integer.class)
                .converters(new BoundedNumber.Limit())
                .defaultValue("${env:%s:-%s}".formatted(variable, limit.standard()))
                .description("%s (%s; default: %s).".formatted(limit.description(), variable, limit.standard()))
                .setter(new ISetter() {
                    @Override
                    public <T> T set(T value) {
                        // Before a command line is read, it is set to nothing.
                        if (value instanceof Integer number) {
                            most.put(limit, number.longValue());
                        }
                        return value;
                    }
                })
                .build();
    }

    OperationLimits operation() {
        return new OperationLimits(most, explain);
    }

    PageLimits pages() {
        return operation().pages();
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
