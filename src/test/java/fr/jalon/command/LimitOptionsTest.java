package fr.jalon.command;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.execution.Limit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

class LimitOptionsTest {

    /** A command that has these options. */
    @CommandLine.Command
    private static final class Limited {
        @Mixin
        private LimitOptions limits;
    }

    private final Limited limited = new Limited();
    private final CommandLine commandLine = new CommandLine(limited);

    @ParameterizedTest
    @EnumSource
    void a_limit_has_an_option_that_says_its_standard_and_sets_it(Limit limit) {
        String option = "--" + limit.setting();
        commandLine.parseArgs();
        assertThat(limited.limits.operation().of(limit)).isEqualTo(limit.standard());
        assertThat(commandLine.getUsageMessage().replaceAll("\\s+", " "))
                .contains(option, limit.description(), "default: %s)".formatted(limit.standard()));

        commandLine.parseArgs(option + "=7");

        assertThat(limited.limits.operation().of(limit)).isEqualTo(7);
    }
}
