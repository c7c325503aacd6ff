package fr.jalon.summary;

import fr.jalon.pages.Block;
import fr.jalon.pages.TextFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The formats a summary is written in. One more is one more constant, with its writer: the address, the command and, where the
 * contract has a field of that name, GraphQL have it then.
 */
public enum SummaryFormat {
    /** Markdown with the tables of GitHub. */
    MARKDOWN("text/markdown", "md") {
        @Override
        String text(Block.Text text) {
            return MarkdownWriter.write(text);
        }
    },
    /** One HTML page that needs nothing else and prints on A4. */
    HTML("text/html", "html") {
        @Override
        String text(Block.Text text) {
            return TextFile.html(text);
        }
    };

    private final String mediaType;
    private final String extension;

    SummaryFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** As HTTP names it, without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** What names of such files end with, without a dot; an address asks for the format by it. */
    public String extension() {
        return extension;
    }

    /** What a command asks for it by; the contract's field of that name holds it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of that {@link #word}. */
    public static Optional<SummaryFormat> ofWord(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equalsIgnoreCase(word))
                .findFirst();
    }

    /** The format of that {@link #extension}. */
    public static Optional<SummaryFormat> ofExtension(String extension) {
        return Arrays.stream(values())
                .filter(each -> each.extension().equals(extension))
                .findFirst();
    }

    /** What they are called, as a sentence lists them. */
    public static String either(Function<SummaryFormat, String> name) {
        List<String> names = Arrays.stream(values()).map(name).toList();
        return String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.get(names.size() - 1);
    }

    abstract String text(Block.Text text);

    /** In UTF-8. */
    byte[] bytes(Block.Text text) {
        return text(text).getBytes(StandardCharsets.UTF_8);
    }
}
