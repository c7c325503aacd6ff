package fr.jalon.summary;

import fr.jalon.summary.Block.Cell;
import fr.jalon.summary.Block.Piece;
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

/** Writes one HTML page, well-formed as XML too, with its style and without any script; its text is set as French is printed. */
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

    /** Before a double mark, and between a unit or an acronym and its number. */
    private static final Pattern UNBROKEN = Pattern.compile(
            " (?=[:;?!»%])|(?<=«) |(?<=\\b(?:lignes?|entrées?|pages?)) (?=\\d)|(?<=\\p{Lu}{2}) (?=A?\\d)");

    private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})'(?=\\p{L})");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t\\n\\r]]");

    private HtmlWriter() {}

    static String write(Block.Text text) {
        return PAGE.formatted(
                escaped(text.title()),
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
                .map(title -> "<li><a href=\"#%s\">%s</a></li>\n".formatted(anchor(title), escaped(title)))
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
            return "<h%1$s%2$s>%3$s</h%1$s>\n".formatted(heading.level(), id, escaped(heading.text()));
        } else if (block instanceof Block.Paragraph paragraph) {
            return "<p>" + escaped(paragraph.text()) + "</p>\n";
        } else if (block instanceof Block.Lines lines) {
            return lines.lines().stream().map(HtmlWriter::item).collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
        }
        return Table.write((Block.Table) block);
    }

    private static String item(Block.Line line) {
        String text = escaped(line.text());
        String linked = line.url() == null ? text : "<a href=\"%s\">%s</a>".formatted(attribute(line.url()), text);
        return line.mark() == null
                ? "<li>" + linked + "</li>\n"
                : "<li id=\"%1$s\">%1$s\u00a0: %2$s</li>\n".formatted(attribute(line.mark()), linked);
    }

    /** No line breaks where French has none, and an apostrophe is a comma raised. */
    private static String escaped(String text) {
        String unbroken = UNBROKEN.matcher(text).replaceAll("\u00a0");
        return attribute(APOSTROPHE.matcher(unbroken).replaceAll("’"));
    }

    /** The value of an attribute in double quotes, as it is. */
    private static String attribute(String text) {
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

    /** Writes a table as HTML that tells which cells name rows and columns. */
    private static final class Table {

        /** What is wider than a narrow screen is scrolled in its own frame, by keyboard too. */
        private static final String TABLE = """
                <div class="table" role="region" aria-label="%1$s" tabindex="0">
                <table>
                <caption>%1$s</caption>
                <colgroup>%2$s</colgroup>
                <thead>
                <tr>%3$s</tr>
                </thead>
                <tbody>
                %4$s</tbody>
                </table>
                </div>
                """;

        static String write(Block.Table table) {
            String widths = table.columns().stream()
                    .map(column -> "<col style=\"width: %s%%\"/>".formatted(column.width()))
                    .collect(Collectors.joining());
            String head = table.columns().stream()
                    .map(column -> "<th scope=\"col\">" + escaped(column.title()) + "</th>")
                    .collect(Collectors.joining());
            String rows = table.rows().stream().map(Table::row).collect(Collectors.joining());
            return TABLE.formatted(escaped(table.caption()), widths, head, rows);
        }

        private static String row(List<Cell> cells) {
            String rest = cells.stream()
                    .skip(1)
                    .map(cell -> "<td>" + content(cell) + "</td>")
                    .collect(Collectors.joining());
            return "<tr><th scope=\"row\">%s</th>%s</tr>\n".formatted(content(cells.get(0)), rest);
        }

        private static String content(Cell cell) {
            if (cell.entries().size() == 1) {
                return entry(cell.entries().get(0));
            }
            return cell.entries().stream()
                    .map(entry -> "<li>" + entry(entry) + "</li>")
                    .collect(Collectors.joining("", "<ul>", "</ul>"));
        }

        private static String entry(List<Piece> entry) {
            return entry.stream().map(Table::piece).collect(Collectors.joining());
        }

        private static String piece(Piece piece) {
            String text = escaped(piece.text());
            if (piece instanceof Block.Strong) {
                return "<strong>" + text + "</strong>";
            }
            return piece instanceof Block.Mark ? "<a href=\"#%1$s\">%1$s</a>".formatted(text) : text;
        }
    }
}
