package fr.jalon.summary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes one HTML page, well-formed as XML too, with its style and without any script. */
final class HtmlWriter {

    private static final String STYLE = style();
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="fr">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>%1$s</title>
            <style>
            %2$s</style>
            </head>
            <body>
            <main>
            <h1>%1$s</h1>
            %3$s%4$s</main>
            </body>
            </html>
            """;

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");

    private HtmlWriter() {}

    static String write(Text text) {
        return PAGE.formatted(
                HtmlText.of(text.title()),
                STYLE,
                contents(text.blocks()),
                text.blocks().stream().map(HtmlWriter::element).collect(Collectors.joining()));
    }

    private static String contents(List<Block> blocks) {
        List<String> titles = blocks.stream()
                .filter(block -> block instanceof Block.Heading heading && heading.level() == 2)
                .map(block -> ((Block.Heading) block).text())
                .toList();
        if (titles.isEmpty()) {
            return "";
        }
        return titles.stream()
                .map(title -> "<li><a href=\"#%s\">%s</a></li>\n".formatted(anchor(title), HtmlText.of(title)))
                .collect(Collectors.joining("", "<nav aria-label=\"Sommaire\">\n<ul>\n", "</ul>\n</nav>\n"));
    }

    /** The letters of a title without accents, for an address that survives new counts. */
    private static String anchor(String title) {
        String letters = Normalizer.normalize(title, Normalizer.Form.NFD).toLowerCase(Locale.FRENCH);
        return NO_LETTERS.splitAsStream(MARKS.matcher(letters).replaceAll("")).collect(Collectors.joining("-"));
    }

    private static String element(Block block) {
        if (block instanceof Block.Heading heading) {
            String id = heading.level() == 2 ? " id=\"" + anchor(heading.text()) + "\"" : "";
            return "<h%1$s%2$s>%3$s</h%1$s>\n".formatted(heading.level(), id, HtmlText.of(heading.text()));
        } else if (block instanceof Block.Paragraph paragraph) {
            return "<p>" + HtmlText.of(paragraph.text()) + "</p>\n";
        } else if (block instanceof Block.Lines lines) {
            return lines.lines().stream().map(HtmlWriter::item).collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
        }
        return HtmlTable.write((Block.Table) block);
    }

    private static String item(Block.Line line) {
        String text = HtmlText.of(line.text());
        String linked =
                line.url() == null ? text : "<a href=\"%s\">%s</a>".formatted(HtmlText.attribute(line.url()), text);
        return line.mark() == null
                ? "<li>" + linked + "</li>\n"
                : "<li id=\"%1$s\">%1$s\u00a0: %2$s</li>\n".formatted(HtmlText.attribute(line.mark()), linked);
    }

    private static String style() {
        try (InputStream file = HtmlWriter.class.getResourceAsStream("/summary/summary.css")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
