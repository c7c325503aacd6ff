package fr.jalon.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options that are no numbers; what cannot be meant is wrong usage, in the words of the others. */
final class GivenValues {

    private GivenValues() {}

    static CommandLine readBy(CommandLine commandLine) {
        return commandLine
                .registerConverter(Path.class, GivenValues::path)
                .registerConverter(Boolean.class, GivenValues::truth)
                .registerConverter(boolean.class, GivenValues::truth);
    }

    private static Path path(String text) {
        try {
            if (!text.isBlank()) {
                return Path.of(text);
            }
        } catch (InvalidPathException e) {
            throw wrong(text, "the path of a file or folder");
        }
        throw wrong(text, "the path of a file or folder");
    }

    private static boolean truth(String text) {
        return switch (text.strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(text, "true or false");
        };
    }

    private static TypeConversionException wrong(String text, String expected) {
        return new TypeConversionException("found \"%s\", expected %s".formatted(text, expected));
    }
}
