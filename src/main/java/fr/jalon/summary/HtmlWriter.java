package fr.jalon.summary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
            %3$s</main>
            </body>
            </html>
            """;
    private static final Pattern BEFORE_MARK = Pattern.compile(" (?=[:;?!»%])");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n\\r]]");

    private HtmlWriter() {}

    static String write(Summary summary) {
        return PAGE.formatted(
                escape(summary.title()),
                STYLE,
                summary.blocks().stream().map(HtmlWriter::element).collect(Collectors.joining()));
    }

    private static String element(Block block) {
        if (block instanceof Block.Heading heading) {
            return "<h%1$d>%2$s</h%1$d>\n".formatted(heading.level(), escape(heading.text()));
        } else if (block instanceof Block.Paragraph paragraph) {
            return "<p>" + escape(paragraph.text()) + "</p>\n";
        } else if (block instanceof Block.Lines lines) {
            return lines.lines().stream().map(HtmlWriter::item).collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
        }
        return table((Block.Table) block);
    }

    private static String item(Block.Line line) {
        String text = escape(line.text());
        return line.url() == null
                ? "<li>" + text + "</li>\n"
                : "<li><a href=\"%s\">%s</a></li>\n".formatted(escapeAttribute(line.url()), text);
    }

    private static String table(Block.Table table) {
        String head = table.columns().stream()
                .map(column -> "<th scope=\"col\">" + escape(column) + "</th>")
                .collect(Collectors.joining());
        String rows = table.rows().stream().map(HtmlWriter::row).collect(Collectors.joining());
        return "<table>\n<caption>%s</caption>\n<thead>\n<tr>%s</tr>\n</thead>\n<tbody>\n%s</tbody>\n</table>\n"
                .formatted(escape(table.caption()), head, rows);
    }

    private static String row(List<String> cells) {
        String rest = cells.stream()
                .skip(1)
                .map(cell -> "<td>" + escape(cell) + "</td>")
                .collect(Collectors.joining());
        return "<tr><th scope=\"row\">%s</th>%s</tr>\n".formatted(escape(cells.get(0)), rest);
    }

    /** French marks do not start a line. */
    private static String escape(String text) {
        String spaced = BEFORE_MARK.matcher(text).replaceAll("\u00a0").replace("« ", "«\u00a0");
        return escapeAttribute(spaced);
    }

    private static String escapeAttribute(String text) {
        return CONTROL.matcher(text)
                .replaceAll("")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String style() {
        try (InputStream file = HtmlWriter.class.getResourceAsStream("/summary/summary.css")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
