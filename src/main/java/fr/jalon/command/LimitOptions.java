package fr.jalon.command;

import fr.jalon.execution.Limit;
import fr.jalon.execution.OperationLimits;
import fr.jalon.plan.PageLimits;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How much one request may ask for, and whether it is told statements; there is an option for each {@link Limit}. */
final class LimitOptions {

    private final Map<Limit, Long> most = new EnumMap<>(Limit.class);

    @Option(
            names = "--explain",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "${env:JALON_EXPLAIN:-false}",
            description = "Tell the Cypher of an answer and its plan to whoever asks for them (JALON_EXPLAIN).")
    private boolean explain;

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
                .converters(new OptionValues.Limit())
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
}
