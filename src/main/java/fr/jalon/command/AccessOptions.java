package fr.jalon.command;

import fr.jalon.access.AccessException;
import fr.jalon.access.AccountDirectory;
import fr.jalon.neo4j.GraphHome;
import fr.jalon.neo4j.GraphSettings;
import fr.jalon.neo4j.StatementListener;
import fr.jalon.period.LegalTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The graph whose accounts and tokens a command changes, also while a server has it open. */
final class AccessOptions {

    private static final String PREFIX = "account/";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Mixin
    private GraphOptions graph;

    /** Works on the directory of the graph; fails with {@link CommandException.Usage} where there is no graph. */
    <T> T with(Function<AccountDirectory, T> work) {
        GraphHome home = ReadGraph.reachable(graph, command);
        GraphSettings settings = GraphSettings.defaults().withReadTimeout(PATIENCE);
        try (OpenGraph opened = OpenGraph.open(home, settings, StatementListener.silent())) {
            return work.apply(opened.directory());
        } catch (AccessException refused) {
            throw new CommandException.Usage(String.valueOf(refused.getMessage()));
        }
    }

    /** An account may be named without what all their ids begin with. */
    static String account(String given) {
        return given.startsWith(PREFIX) ? given : PREFIX + given;
    }

    /** A day of an option; today in France where none is given. */
    static LocalDate day(String option, @Nullable String given) {
        try {
            return given == null ? LegalTime.today() : LocalDate.parse(given);
        } catch (DateTimeException e) {
            throw new CommandException.Usage(
                    "%s: found \"%s\", expected a day such as 2026-09-01".formatted(option, given));
        }
    }

    /** Constants of an option, in whatever case. */
    static <E extends Enum<E>> Set<E> constants(String option, Class<E> type, Collection<String> given) {
        Set<E> found = EnumSet.noneOf(type);
        for (String each : given) {
            found.add(Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equalsIgnoreCase(each.strip()))
                    .findFirst()
                    .orElseThrow(() -> new CommandException.Usage("%s: found \"%s\", expected one of %s"
                            .formatted(option, each, written(EnumSet.allOf(type))))));
        }
        return found;
    }

    /** Constants as they are given. */
    static String written(Collection<? extends Enum<?>> constants) {
        return String.join(
                ", ",
                constants.stream()
                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList());
    }
}
