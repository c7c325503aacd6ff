package fr.jalon.command;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Where the values of a command's options come from, and whether one of them has no effect beside another. */
record OptionSources(CommandSpec command) {

    /** Who gave an option its value; the later overrides the earlier. */
    private enum Source {
        DEFAULT,
        ENVIRONMENT,
        COMMAND_LINE
    }

    /** Whether somebody gave it a value, rather than left it to the default. */
    boolean isGiven(String option) {
        return source(option) != Source.DEFAULT;
    }

    /** Whether the command line itself gives it. */
    boolean isInCommandLine(String option) {
        return source(option) == Source.COMMAND_LINE;
    }

    /**
     * Fails with {@link CommandException.Usage} where an option has no effect beside another, unless the command line
     * overrides the environment by that.
     *
     * @param other given, too
     * @param reason what it makes of the option
     */
    void refuseBeside(String option, String other, String reason) {
        if (isGiven(option) && isGiven(other) && source(option).compareTo(source(other)) >= 0) {
            throw new CommandException.Usage(
                    "%s: found beside %s, %s; drop one of the two".formatted(written(option), written(other), reason));
        }
    }

    /** Fails with {@link CommandException.Usage} where the command line gives an option that has no effect without another. */
    void refuseWithout(String option, String other) {
        if (isInCommandLine(option) && !isGiven(other)) {
            throw new CommandException.Usage(
                    "%s: found without %s, which it belongs to; drop it or give both".formatted(option, other));
        }
    }

    /** Says on standard error which options of the command line have no effect where a server is asked. */
    void noteWithoutEffect(String server, List<String> mixins, String... names) {
        Map<String, CommandSpec> groups = command.mixins();
        Stream<String> grouped = mixins.stream()
                .map(groups::get)
                .filter(Objects::nonNull)
                .flatMap(group -> group.options().stream())
                .map(OptionSpec::longestName);
        String without = Stream.concat(grouped, Stream.of(names))
                .filter(this::isInCommandLine)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!without.isEmpty()) {
            command.commandLine()
                    .getErr()
                    .printf(
                            "jalon: %s has the graph open and is asked by its own settings, without %s%n",
                            server, without);
        }
    }

    private Source source(String option) {
        OptionSpec declared = command.findOption(option);
        if (declared == null) {
            return Source.DEFAULT;
        } else if (command.commandLine().getParseResult().hasMatchedOption(declared)) {
            return Source.COMMAND_LINE;
        }
        boolean named = command.defaultValueProvider() instanceof OptionValues values
                && values.variable(declared).isPresent();
        return named ? Source.ENVIRONMENT : Source.DEFAULT;
    }

    /** How whoever gave it wrote it. */
    private String written(String option) {
        return source(option) == Source.ENVIRONMENT && command.defaultValueProvider() instanceof OptionValues values
                ? values.variable(command.findOption(option)).orElse(option)
                : option;
    }
}
