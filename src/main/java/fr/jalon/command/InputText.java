package fr.jalon.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** Texts that a command is given in UTF-8: by a file, or by standard input. */
final class InputText {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private InputText() {}

    /** A GraphQL document, a file that holds it, or {@code -}; fails with {@link CommandException.Usage}. */
    static String document(String given) throws IOException {
        if (given.equals("-")) {
            return text(System.in.readAllBytes(), "standard input");
        } else if (given.isBlank()) {
            throw new CommandException.Usage(
                    "DOCUMENT: found nothing, expected a GraphQL document or a file that holds one");
        }
        return isFile(given) ? file(given) : given;
    }

    /** The text of a file that an option names after an {@code @}, and what it is meant to hold. */
    static String file(String option, String name, String expected) throws IOException {
        try {
            if (name.isBlank()) {
                throw new CommandException.Usage("found nothing after the @");
            }
            return file(name);
        } catch (CommandException.Usage | InvalidPathException e) {
            throw new CommandException.Usage("%s: %s; expected %s".formatted(option, e.getMessage(), expected));
        }
    }

    /** Fails with {@link CommandException.Usage} where there is no such file with a text. */
    private static String file(String name) throws IOException {
        Path file = Path.of(name);
        if (Files.isDirectory(file)) {
            throw new CommandException.Usage("%s is a folder, expected a file".formatted(name));
        } else if (Files.notExists(file)) {
            throw new CommandException.Usage("There is no file %s".formatted(name));
        }
        return text(Files.readAllBytes(file), name);
    }

    /** Every document has a brace, so what has none is meant as a name; one that exists is one whatever it looks like. */
    private static boolean isFile(String given) {
        try {
            return Files.exists(Path.of(given)) || (!given.contains("{") && looksLikeAName(given));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static boolean looksLikeAName(String given) {
        String name = given.toLowerCase(Locale.ROOT);
        return name.endsWith(".graphql")
                || name.endsWith(".gql")
                || given.contains("/")
                || given.contains("\\")
                || given.chars().noneMatch(Character::isWhitespace);
    }

    private static String text(byte[] bytes, String name) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(rest, text, true);
        text.flip();
        if (result.isError()) {
            long line = 1 + text.chars().filter(character -> character == '\n').count();
            throw new CommandException.Usage(
                    "%s:%s: found a byte that is no UTF-8, expected a text in UTF-8".formatted(name, line));
        }
        String read = text.toString();
        String bare = read.startsWith(BYTE_ORDER_MARK) ? read.substring(1) : read;
        if (bare.isBlank()) {
            throw new CommandException.Usage("%s is empty, expected a text".formatted(name));
        }
        return bare;
    }
}
