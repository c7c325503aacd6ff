package fr.jalon.command;

import fr.jalon.neo4j.GraphSettings;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a transaction of the graph may take. */
final class TransactionOptions {

    private static final int HALF_OF_THE_HEAP = 0;
    private static final String MEMORY = "--transaction-memory";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "${env:JALON_TIMEOUT:-10}",
            converter = OptionValues.Limit.class,
            description = "Seconds a read may take, planning it for the first time aside, a summary 60 at the least"
                    + " (JALON_TIMEOUT; default: 10).")
    private int timeout;

    @Option(
            names = MEMORY,
            paramLabel = "MIB",
            defaultValue = "${env:JALON_TRANSACTION_MEMORY:-0}",
            converter = OptionValues.Amount.class,
            description = "Memory one read or load may take in the embedded graph"
                    + " (JALON_TRANSACTION_MEMORY; default: half of what the program has).")
    private int memory;

    /** Fails with {@link CommandException.Usage} where they do not go with the graph, or with each other. */
    GraphSettings settings() {
        new OptionSources(command).refuseBeside(MEMORY, "--neo4j", "where its administrator bounds the memory");
        Memory.requireHeap(heap());
        GraphSettings settings = GraphSettings.defaults().withReadTimeout(Duration.ofSeconds(timeout));
        return memory == HALF_OF_THE_HEAP ? settings : settings.withTransactionMemory((long) memory << 20);
    }

    /** Mebibytes of the heap that are given away, by option; half of the heap is not asked for. */
    Map<String, Integer> heap() {
        return Map.of(MEMORY, memory);
    }
}
