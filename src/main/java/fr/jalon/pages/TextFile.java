package fr.jalon.pages;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text in French as one HTML file that needs nothing else: it has the style sheet of the pages within and no script. */
public final class TextFile {

    private static final String STYLE = Documents.file("style.css");
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");

    private TextFile() {}

    /** The file, well-formed as XML too. */
    public static String html(Block.Text text) {
        return Templates.html("text-file", Map.of("text", text, "style", STYLE));
    }

    /** What a text has sections for, in their order. */
    static List<Block.Heading> sections(Block.Text text) {
        return text.blocks().stream()
                .filter(Block.Heading.class::isInstance)
                .map(Block.Heading.class::cast)
                .filter(Block.Heading::isSection)
                .toList();
    }

    /** The letters of a title without accents, for an address that survives new counts. */
    static String anchor(Block.Heading heading) {
        String letters =
                Normalizer.normalize(heading.text(), Normalizer.Form.NFD).toLowerCase(Locale.FRENCH);
        return NO_LETTERS.splitAsStream(MARKS.matcher(letters).replaceAll("")).collect(Collectors.joining("-"));
    }
}
