package fr.jalon.command;

import java.lang.reflect.Field;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads the values of options: from the command line, or else from the environment, where a variable that is there but empty
 * is as good as none. What cannot be meant is wrong usage.
 */
record OptionValues(Map<String, String> environment) implements IDefaultValueProvider {

    static final int MOST_PORT = 65535;

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:(\\w+)(?::-(.*))?}");

    /** The same commands, which read their values like this. */
    CommandLine readBy(CommandLine commands) {
        return commands.registerConverter(Path.class, new PathConverter())
                .registerConverter(Boolean.class, new TruthConverter())
                .registerConverter(boolean.class, new TruthConverter())
                .setDefaultValueProvider(this);
    }

    @Override
    public @Nullable String defaultValue(ArgSpec option) {
        Optional<Matcher> declared = declared(option);
        if (declared.isEmpty()) {
            return null;
        }
        String otherwise = declared.get().group(2) == null
                ? Option.NULL_VALUE
                : declared.get().group(2);
        return variable(option).map(environment::get).map(String::strip).orElse(otherwise);
    }

    /** The variable that gives an option its value when the command line does not. */
    Optional<String> variable(ArgSpec option) {
        return declared(option)
                .map(declared -> declared.group(1))
                .filter(name -> !environment.getOrDefault(name, "").isBlank());
    }

    private static Optional<Matcher> declared(ArgSpec option) {
        if (!(option.userObject() instanceof Field field) || !field.isAnnotationPresent(Option.class)) {
            return Optional.empty();
        }
        return Optional.of(VARIABLE.matcher(field.getAnnotation(Option.class).defaultValue()))
                .filter(Matcher::matches);
    }

    private static TypeConversionException wrong(String text, String expected) {
        return new TypeConversionException("found \"%s\", expected %s".formatted(text, expected));
    }

    // Java 17 crashes on a class archive with a lambda of an interface as old as those of picocli, so these are
    // classes.
    private static final class PathConverter implements ITypeConverter<Path> {

        @Override
        public Path convert(String text) {
            try {
                if (!text.isBlank()) {
                    return Path.of(text);
                }
            } catch (InvalidPathException e) {
                throw wrong(text, "the path of a file or folder");
            }
            throw wrong(text, "the path of a file or folder");
        }
    }

    private static final class TruthConverter implements ITypeConverter<Boolean> {

        @Override
        public Boolean convert(String text) {
            return switch (text.strip()) {
                case "true" -> true;
                case "false" -> false;
                default -> throw wrong(text, "true or false");
            };
        }
    }

    /** A whole number within bounds. */
    abstract static class Bounded implements ITypeConverter<Integer> {

        private final int least;
        private final int most;
        private final String expected;

        private Bounded(int least, int most, String expected) {
            this.least = least;
            this.most = most;
            this.expected = expected;
        }

        @Override
        public Integer convert(String text) {
            try {
                int number = Integer.parseInt(text.strip());
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw wrong(text, expected);
            }
            throw wrong(text, expected);
        }
    }

    /** A port, or 0 for any that is free. */
    static final class Port extends Bounded {
        Port() {
            super(0, MOST_PORT, "a port from 0 to " + MOST_PORT);
        }
    }

    /** A limit, under which something has to be possible. */
    static final class Limit extends Bounded {
        Limit() {
            super(1, Integer.MAX_VALUE, "a whole number from 1 to " + Integer.MAX_VALUE);
        }
    }

    /** How many things are done at once, each on a thread and a connection of its own. */
    static final class Operations extends Bounded {
        Operations() {
            super(0, 1000, "a whole number from 0 to 1000");
        }
    }

    /** An amount that may be nothing. */
    static final class Amount extends Bounded {
        Amount() {
            super(0, Integer.MAX_VALUE, "a whole number from 0 to " + Integer.MAX_VALUE);
        }
    }
}
